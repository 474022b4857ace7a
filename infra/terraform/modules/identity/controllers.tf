resource "aws_iam_role" "controller" {
  for_each = var.controllers

  name               = "${var.name}-${each.key}"
  description        = "The controller ${each.key} of the cluster"
  assume_role_policy = data.aws_iam_policy_document.controller_trust[each.key].json
}

data "aws_iam_policy_document" "controller_trust" {
  for_each = var.controllers

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [var.cluster.oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.cluster.issuer}:sub"
      values   = ["system:serviceaccount:${each.value.namespace}:${each.value.account}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.cluster.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "controller" {
  for_each = var.controllers

  name   = "controller"
  role   = aws_iam_role.controller[each.key].id
  policy = data.aws_iam_policy_document.controller[each.key].json
}

data "aws_iam_policy_document" "controller" {
  for_each = var.controllers

  dynamic "statement" {
    for_each = each.value.statements

    content {
      sid       = statement.key
      actions   = statement.value.actions
      resources = statement.value.resources

      dynamic "condition" {
        for_each = statement.value.equals

        content {
          test     = "StringEquals"
          variable = condition.key
          values   = [condition.value]
        }
      }
    }
  }
}

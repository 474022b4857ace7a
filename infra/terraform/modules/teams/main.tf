# The pipeline of a team: it writes its own releases, signs with its own key, and does nothing else.
resource "aws_iam_role" "team" {
  for_each = var.teams

  name               = "${var.name}-team-${each.key}"
  description        = "Releases of the micro frontend ${each.key}"
  assume_role_policy = data.aws_iam_policy_document.team_trust[each.key].json
}

data "aws_iam_policy_document" "team_trust" {
  for_each = var.teams

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.github]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }

    # GitHub names the environment, whose rules say which branches and whose approval it takes.
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:${each.value}:environment:${var.environment}-${each.key}"]
    }
  }
}

resource "aws_iam_role_policy" "team" {
  for_each = var.teams

  name   = "release"
  role   = aws_iam_role.team[each.key].id
  policy = data.aws_iam_policy_document.team[each.key].json
}

data "aws_iam_policy_document" "team" {
  for_each = var.teams

  statement {
    sid       = "WriteOwnReleases"
    actions   = ["s3:PutObject"]
    resources = ["${var.release_bucket_arn}/mfe/${each.key}/*"]
  }

  # The gate compares a release with those of others, which are public.
  statement {
    sid       = "ReadReleases"
    actions   = ["s3:GetObject"]
    resources = ["${var.release_bucket_arn}/mfe/*", "${var.release_bucket_arn}/trust.json"]
  }

  statement {
    sid       = "ListReleases"
    actions   = ["s3:ListBucket"]
    resources = [var.release_bucket_arn]
  }

  statement {
    sid       = "SignOwnReleases"
    actions   = ["kms:Sign", "kms:GetPublicKey"]
    resources = [var.release_key_arns[each.key]]
  }
}

locals {
  github = "arn:aws:iam::${var.account_id}:oidc-provider/token.actions.githubusercontent.com"
}

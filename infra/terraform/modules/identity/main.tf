# A role for each service account of the mall.
resource "aws_iam_role" "workload" {
  for_each = var.workloads

  name                 = "${var.name}-${each.key}"
  description          = "Pods of ${each.key}"
  assume_role_policy   = data.aws_iam_policy_document.workload_trust[each.key].json
  max_session_duration = 3600
}

data "aws_iam_policy_document" "workload_trust" {
  for_each = var.workloads

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [var.cluster.oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.cluster.issuer}:sub"
      values   = ["system:serviceaccount:mallhive:${each.key}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${var.cluster.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "workload" {
  for_each = var.workloads

  name   = "workload"
  role   = aws_iam_role.workload[each.key].id
  policy = data.aws_iam_policy_document.workload[each.key].json
}

locals {
  consumer = [
    "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes", "sqs:GetQueueUrl",
  ]
  # Statements by workload: those whose list of resources is not empty.
  statements = { for workload, uses in var.workloads : workload => [for statement in [
    { sid = "Publish", actions = ["sns:Publish"], resources = uses.topics },
    { sid = "PutEvents", actions = ["events:PutEvents"], resources = uses.buses },
    { sid = "Consume", actions = local.consumer, resources = uses.queues },
    { sid = "Measure", actions = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"], resources = uses.dead },
    { sid = "ReadObjects", actions = ["s3:GetObject"], resources = uses.reads },
    { sid = "ListObjects", actions = ["s3:ListBucket"], resources = uses.lists },
    { sid = "WriteObjects", actions = ["s3:PutObject"], resources = uses.writes },
    { sid = "ReadSecrets", actions = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], resources = uses.secrets },
    { sid = "Sign", actions = ["kms:Sign", "kms:GetPublicKey"], resources = uses.signs },
    {
      sid     = "Decrypt"
      actions = ["kms:Decrypt"]
      resources = compact([
        length(uses.secrets) > 0 ? var.keys.secrets : "",
        length(concat(uses.topics, uses.queues)) > 0 ? var.keys.messages : "",
      ])
    },
    { sid = "Encrypt", actions = ["kms:GenerateDataKey"], resources = length(uses.topics) > 0 ? [var.keys.messages] : [] },
  ] : statement if length(statement.resources) > 0] }
}

data "aws_iam_policy_document" "workload" {
  for_each = var.workloads

  dynamic "statement" {
    for_each = local.statements[each.key]

    content {
      sid       = statement.value.sid
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }
}

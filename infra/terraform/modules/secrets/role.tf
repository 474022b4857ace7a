resource "aws_iam_role" "rotation" {
  name               = "${var.name}-rotate-secrets"
  assume_role_policy = data.aws_iam_policy_document.rotation_trust.json
}

data "aws_iam_policy_document" "rotation_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "rotation" {
  role       = aws_iam_role.rotation.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}

resource "aws_iam_role_policy" "rotation" {
  name   = "rotate"
  role   = aws_iam_role.rotation.id
  policy = data.aws_iam_policy_document.rotation.json
}

data "aws_iam_policy_document" "rotation" {
  statement {
    sid = "Rotate"
    actions = [
      "secretsmanager:DescribeSecret",
      "secretsmanager:GetSecretValue",
      "secretsmanager:PutSecretValue",
      "secretsmanager:UpdateSecretVersionStage",
    ]
    resources = [for workload in local.with_login : aws_secretsmanager_secret.workload[workload].arn]
  }

  statement {
    sid       = "ReadAdministrator"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [var.rotation.administrator_arn]
  }

  statement {
    sid       = "SetPasswordsOfRedis"
    actions   = ["elasticache:DescribeUsers", "elasticache:ModifyUser"]
    resources = [for workload in local.with_redis : var.rotation.redis_user_arns[workload]]
  }

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.key_arn]
  }
}

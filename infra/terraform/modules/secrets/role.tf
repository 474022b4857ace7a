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
    resources = [for secret in aws_secretsmanager_secret.workload : secret.arn]
  }

  statement {
    sid       = "ReadAdministrators"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = var.rotation.administrator_arns
  }

  statement {
    sid       = "SetPasswordsOfCacheUsers"
    actions   = ["elasticache:DescribeUsers", "elasticache:ModifyUser"]
    resources = var.rotation.cache_user_arns
  }

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.key_arn]
  }
}

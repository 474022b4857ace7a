# OpenSearch takes no password from Secrets Manager, so this one passes through Terraform's state. Who has read it changes it.
data "aws_secretsmanager_random_password" "initial" {
  password_length     = 32
  exclude_punctuation = true
}

locals {
  administrator = {
    username = "administrator"
    # OpenSearch demands each kind of character.
    password = "${data.aws_secretsmanager_random_password.initial.random_password}aA1!"
  }
}

resource "aws_secretsmanager_secret" "administrator" {
  name                    = "mallhive/${var.environment}/search-administrator"
  description             = "The user of OpenSearch that makes those of parts"
  kms_key_id              = var.secrets_key_arn
  recovery_window_in_days = 7
}

resource "aws_secretsmanager_secret_version" "administrator" {
  secret_id     = aws_secretsmanager_secret.administrator.id
  secret_string = jsonencode(local.administrator)

  lifecycle {
    ignore_changes = [secret_string]
  }
}

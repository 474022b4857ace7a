resource "aws_lambda_function" "rotation" {
  count = local.rotates ? 1 : 0

  function_name = "${var.name}-rotate-secrets"
  description   = "Changes passwords of the database and of Redis"
  role          = aws_iam_role.rotation.arn
  package_type  = "Image"
  image_uri     = var.rotation.image
  architectures = ["x86_64"]
  # ElastiCache takes a while to change a user.
  timeout     = 180
  memory_size = 256
  # One for each secret, which may all be rotated at once.
  reserved_concurrent_executions = length(local.rotated)

  image_config {
    command = ["rotate-secrets.mjs"]
  }

  vpc_config {
    subnet_ids         = var.rotation.subnet_ids
    security_group_ids = [aws_security_group.rotation.id]
  }

  environment {
    variables = {
      DATABASE_ADMINISTRATOR = var.rotation.administrator_arn
      REDIS_USER_PREFIX      = "${var.name}-"
    }
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.rotation.name
  }
}

resource "aws_lambda_permission" "rotation" {
  for_each = local.rotated

  statement_id  = "rotate-${each.key}"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.rotation[0].function_name
  principal     = "secretsmanager.amazonaws.com"
  source_arn    = aws_secretsmanager_secret.workload[each.key].arn
}

resource "aws_cloudwatch_log_group" "rotation" {
  name              = "/${var.name}/rotate-secrets"
  retention_in_days = var.rotation.log_days
  kms_key_id        = var.rotation.log_key_arn
}

resource "aws_security_group" "rotation" {
  name        = "${var.name}-rotate-secrets"
  description = "The function that changes passwords of the database and of Redis"
  vpc_id      = var.rotation.vpc_id
  tags        = { Name = "${var.name}-rotate-secrets" }
}

# Endpoints of AWS, the database, and Redis.
resource "aws_vpc_security_group_egress_rule" "rotation" {
  for_each = { https = 443, postgres = 5432, redis = 6379 }

  security_group_id = aws_security_group.rotation.id
  description       = each.key
  cidr_ipv4         = var.rotation.cidr
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
}

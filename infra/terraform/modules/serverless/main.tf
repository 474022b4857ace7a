locals {
  webhook = {
    partner-webhook = {
      timeout     = 10
      network     = false
      environment = { QUEUE_URL = aws_sqs_queue.webhooks.url, SECRET_ARN = aws_secretsmanager_secret.webhooks.arn }
      statements = [
        { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.webhooks.arn },
        { Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = aws_secretsmanager_secret.webhooks.arn },
        { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = [var.keys.messages, var.keys.secrets] },
      ]
    }
  }
  jobs = {
    for name, job in var.jobs : name => {
      timeout     = 300
      network     = true
      environment = { SECRET_ARN = job.secret_arn }
      statements = [
        { Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = job.secret_arn },
        { Effect = "Allow", Action = "kms:Decrypt", Resource = var.keys.secrets },
      ]
    }
  }
  functions = { for name, it in merge(local.webhook, local.jobs) : name => it if var.lambda_image != null }
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = local.functions

  name              = "/aws/lambda/${var.name}-${each.key}"
  retention_in_days = var.log_days
  kms_key_id        = var.keys.logs
}

resource "aws_iam_role" "this" {
  for_each = local.functions

  name = "${var.name}-${each.key}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  for_each = local.functions

  name = "function"
  role = aws_iam_role.this[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(each.value.statements, [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "${aws_cloudwatch_log_group.this[each.key].arn}:*"
    }])
  })
}

# Network interfaces of functions in the network; AWS names no resources for them.
resource "aws_iam_role_policy_attachment" "network" {
  for_each = { for name, it in local.functions : name => it if it.network }

  role       = aws_iam_role.this[each.key].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}

resource "aws_lambda_function" "this" {
  for_each = local.functions

  function_name                  = "${var.name}-${each.key}"
  role                           = aws_iam_role.this[each.key].arn
  package_type                   = "Image"
  image_uri                      = var.lambda_image
  architectures                  = ["x86_64"]
  timeout                        = each.value.timeout
  memory_size                    = 256
  reserved_concurrent_executions = each.value.network ? 1 : 20

  image_config {
    command = ["${each.key}.mjs"]
  }

  environment {
    variables = each.value.environment
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.this[each.key].name
  }

  dynamic "vpc_config" {
    for_each = each.value.network ? [var.network] : []

    content {
      subnet_ids         = vpc_config.value.subnet_ids
      security_group_ids = vpc_config.value.security_group_ids
    }
  }

  depends_on = [aws_iam_role_policy.this, aws_iam_role_policy_attachment.network]
}

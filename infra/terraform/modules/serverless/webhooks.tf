# Partners' signed webhooks: the function checks the signature and queues the message; orders reads it when it can.
resource "aws_sqs_queue" "webhooks_dead" {
  name                      = "mallhive-partner-webhooks-dlq"
  message_retention_seconds = 1209600
  kms_master_key_id         = var.keys.messages
}

resource "aws_sqs_queue" "webhooks" {
  name                       = "mallhive-partner-webhooks"
  visibility_timeout_seconds = 30
  message_retention_seconds  = 1209600
  kms_master_key_id          = var.keys.messages
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.webhooks_dead.arn
    maxReceiveCount     = 5
  })
}

resource "aws_secretsmanager_secret" "webhooks" {
  name        = "mallhive/${var.environment}/partner-webhooks"
  description = "Signing secrets by partner, a JSON object; two for a partner while one is replaced."
  kms_key_id  = var.keys.secrets
}

resource "aws_apigatewayv2_api" "webhooks" {
  name          = "${var.name}-webhooks"
  protocol_type = "HTTP"
  description   = "POST /partners/<partner>, signed as Standard Webhooks say."
}

resource "aws_cloudwatch_log_group" "webhooks" {
  name              = "/aws/apigateway/${var.name}-webhooks"
  retention_in_days = var.log_days
  kms_key_id        = var.keys.logs
}

resource "aws_apigatewayv2_stage" "webhooks" {
  api_id      = aws_apigatewayv2_api.webhooks.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_burst_limit = 100
    throttling_rate_limit  = 50
  }

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.webhooks.arn
    format = jsonencode({
      requestId = "$context.requestId"
      route     = "$context.routeKey"
      status    = "$context.status"
      latencyMs = "$context.responseLatency"
    })
  }
}

resource "aws_apigatewayv2_integration" "webhooks" {
  for_each = { for name, it in aws_lambda_function.this : name => it if name == "partner-webhook" }

  api_id                 = aws_apigatewayv2_api.webhooks.id
  integration_type       = "AWS_PROXY"
  integration_uri        = each.value.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "webhooks" {
  for_each = aws_apigatewayv2_integration.webhooks

  api_id    = aws_apigatewayv2_api.webhooks.id
  route_key = "POST /partners/{partner}"
  target    = "integrations/${each.value.id}"
}

resource "aws_lambda_permission" "webhooks" {
  for_each = aws_apigatewayv2_integration.webhooks

  function_name = aws_lambda_function.this[each.key].function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.webhooks.execution_arn}/*/POST/partners/*"
}

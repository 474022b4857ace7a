output "webhook_url" {
  value = "${aws_apigatewayv2_api.webhooks.api_endpoint}/partners"
}

output "webhook_queue" {
  value = { arn = aws_sqs_queue.webhooks.arn, name = aws_sqs_queue.webhooks.name }
}

output "dead_letter_queues" {
  value = { partner-webhooks = aws_sqs_queue.webhooks_dead.name, jobs = aws_sqs_queue.jobs_dead.name }
}

output "functions" {
  value = [for it in aws_lambda_function.this : it.function_name]
}

mock_provider "aws" {
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-central-1:123456789012:queue" }
  }
  mock_resource "aws_secretsmanager_secret" {
    defaults = { arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:webhooks" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-central-1:123456789012:log-group:function" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/role" }
  }
  mock_resource "aws_lambda_function" {
    defaults = { arn = "arn:aws:lambda:eu-central-1:123456789012:function:f", invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/f" }
  }
  mock_resource "aws_apigatewayv2_api" {
    defaults = { execution_arn = "arn:aws:execute-api:eu-central-1:123456789012:api" }
  }
}

variables {
  name         = "mallhive-production"
  environment  = "production"
  account_id   = "123456789012"
  lambda_image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mallhive/lambda@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  network      = { subnet_ids = ["subnet-1"], security_group_ids = ["sg-1"] }
  log_days     = 90
  jobs = {
    sweep = { schedule = "rate(5 minutes)", part = "cart", secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:cart" }
  }
  keys = {
    messages = "arn:aws:kms:eu-central-1:123456789012:key/messages"
    secrets  = "arn:aws:kms:eu-central-1:123456789012:key/secrets"
    logs     = "arn:aws:kms:eu-central-1:123456789012:key/logs"
  }
}

run "a_function_may_do_what_it_is_for_and_nothing_else" {
  assert {
    condition = alltrue(flatten([
      for it in aws_iam_role_policy.this : [
        for statement in jsondecode(it.policy).Statement :
        jsonencode(statement.Resource) != jsonencode("*") && !strcontains(jsonencode(statement.Action), "*")
      ]
    ]))
    error_message = "No wildcards."
  }
  assert {
    condition     = !strcontains(aws_iam_role_policy.this["sweep"].policy, "sqs:") && !strcontains(aws_iam_role_policy.this["partner-webhook"].policy, ":secret:cart")
    error_message = "Functions do not share rights."
  }
}

run "partners_reach_one_path_with_one_method" {
  assert {
    condition     = [for it in aws_apigatewayv2_route.webhooks : it.route_key] == ["POST /partners/{partner}"]
    error_message = "No other route."
  }
  assert {
    condition     = endswith(aws_lambda_permission.webhooks["partner-webhook"].source_arn, "/*/POST/partners/*")
    error_message = "The gateway calls the function for that route only."
  }
}

run "a_webhook_or_a_run_that_fails_is_kept_for_a_person" {
  assert {
    condition     = jsondecode(aws_sqs_queue.webhooks.redrive_policy).maxReceiveCount == 5 && alltrue([for it in aws_scheduler_schedule.this : length(it.target[0].dead_letter_config) == 1])
    error_message = "Dead letters for both."
  }
}

run "a_job_never_runs_twice_at_once" {
  assert {
    condition     = aws_lambda_function.this["sweep"].reserved_concurrent_executions == 1
    error_message = "Jobs are alone."
  }
}

run "without_an_image_nothing_calls_a_function" {
  variables { lambda_image = null }

  assert {
    condition     = length(aws_lambda_function.this) == 0 && length(aws_scheduler_schedule.this) == 0 && length(aws_apigatewayv2_route.webhooks) == 0
    error_message = "The first day has no image yet."
  }
}

mock_provider "aws" {
  mock_resource "aws_kinesis_stream" {
    defaults = { arn = "arn:aws:kinesis:eu-central-1:123456789012:stream/events" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::lake" }
  }
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:eu-central-1:123456789012:key/lake" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/role" }
  }
  mock_resource "aws_lambda_function" {
    defaults = { arn = "arn:aws:lambda:eu-central-1:123456789012:function:to-lake" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-central-1:123456789012:failed" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-central-1:123456789012:log-group:to-lake" }
  }
}

variables {
  name         = "mallhive-production"
  account_id   = "123456789012"
  lambda_image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mallhive/lambda@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  warehouse    = { vpc_id = "vpc-1", subnet_ids = ["subnet-1", "subnet-2", "subnet-3"], capacity = 8 }
  protected    = true
  log_days     = 90
  log_key_arn  = "arn:aws:kms:eu-central-1:123456789012:key/logs"
}

run "a_record_that_cannot_be_handled_holds_up_nothing_and_is_kept" {
  assert {
    condition = (
      aws_lambda_event_source_mapping.to_lake[0].bisect_batch_on_function_error &&
      contains(aws_lambda_event_source_mapping.to_lake[0].function_response_types, "ReportBatchItemFailures") &&
      aws_lambda_event_source_mapping.to_lake[0].destination_config[0].on_failure[0].destination_arn == aws_sqs_queue.failed.arn &&
      aws_lambda_event_source_mapping.to_lake[0].maximum_retry_attempts == 5
    )
    error_message = "Only failed records come again, and end in the queue."
  }
}

run "the_function_writes_events_and_nothing_else" {
  assert {
    condition = alltrue([
      for it in jsondecode(aws_iam_role_policy.to_lake.policy).Statement : jsonencode(it.Resource) != jsonencode("*") && !strcontains(jsonencode(it.Action), "*")
    ])
    error_message = "No wildcard."
  }
  assert {
    condition     = contains([for it in jsondecode(aws_iam_role_policy.to_lake.policy).Statement : jsonencode(it.Resource)], jsonencode("arn:aws:s3:::lake/events/*"))
    error_message = "It writes below events/."
  }
}

run "what_is_stored_is_encrypted_private_and_forgotten" {
  assert {
    condition = (
      aws_kinesis_stream.events.encryption_type == "KMS" &&
      one(one(aws_s3_bucket_server_side_encryption_configuration.lake.rule).apply_server_side_encryption_by_default).sse_algorithm == "aws:kms" &&
      aws_s3_bucket_public_access_block.lake.restrict_public_buckets &&
      aws_redshiftserverless_workgroup.this.publicly_accessible == false
    )
    error_message = "Stream, lake and warehouse."
  }
  assert {
    condition     = alltrue([for rule in aws_s3_bucket_lifecycle_configuration.lake.rule : one(rule.expiration).days <= 395])
    error_message = "No event is kept for more than 13 months."
  }
}

run "functions_come_by_digest" {
  assert {
    condition     = can(regex("@sha256:[0-9a-f]{64}$", aws_lambda_function.to_lake[0].image_uri))
    error_message = "A tag can move."
  }
}

run "without_an_image_the_stream_is_archived_only" {
  variables { lambda_image = null }

  assert {
    condition     = length(aws_lambda_function.to_lake) == 0 && aws_kinesis_firehose_delivery_stream.archive.destination == "extended_s3"
    error_message = "The first day has no image yet."
  }
}

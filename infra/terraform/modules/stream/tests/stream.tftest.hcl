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
  mock_resource "aws_cloudwatch_event_rule" {
    defaults = { arn = "arn:aws:events:eu-central-1:123456789012:rule/mallhive/all-to-stream" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-central-1:123456789012:log-group:to-lake" }
  }
}

variables {
  name         = "mallhive-production"
  account_id   = "123456789012"
  lambda_image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mallhive/lambda@sha256:0000000000000000000000000000000000000000000000000000000000000000"
  bus          = { name = "mallhive", key_arn = "arn:aws:kms:eu-central-1:123456789012:key/messages", sources = ["mallhive-orders-events"] }
  warehouse    = { vpc_id = "vpc-1", subnet_ids = ["subnet-1", "subnet-2", "subnet-3"], s3_prefix_list_id = "pl-1", capacity = 8 }
  protected    = true
  log_days     = 90
  log_key_arn  = "arn:aws:kms:eu-central-1:123456789012:key/logs"
}

run "events_of_the_bus_come_to_the_stream_in_the_order_of_their_keys_or_wait_in_a_queue" {
  assert {
    condition = (
      jsondecode(aws_cloudwatch_event_rule.stream.event_pattern) == { source = ["mallhive-orders-events"] } &&
      aws_cloudwatch_event_rule.stream.event_bus_name == "mallhive" &&
      aws_cloudwatch_event_target.stream.event_bus_name == "mallhive" &&
      aws_cloudwatch_event_target.stream.rule == aws_cloudwatch_event_rule.stream.name &&
      aws_cloudwatch_event_target.stream.arn == aws_kinesis_stream.events.arn &&
      one(aws_cloudwatch_event_target.stream.kinesis_target).partition_key_path == "$.detail.key" &&
      one(aws_cloudwatch_event_target.stream.dead_letter_config).arn == aws_sqs_queue.undelivered.arn
    )
    error_message = "The lake has no other input."
  }
  assert {
    condition = (
      aws_sqs_queue.undelivered.kms_master_key_id == var.bus.key_arn &&
      one(jsondecode(aws_sqs_queue_policy.undelivered.policy).Statement).Condition.ArnEquals["aws:SourceArn"] == aws_cloudwatch_event_rule.stream.arn
    )
    error_message = "Only this rule fills the queue, and EventBridge may not use the lake's key."
  }
}

run "the_bus_puts_records_and_nothing_else" {
  assert {
    condition     = flatten([for it in jsondecode(aws_iam_role_policy.from_bus.policy).Statement : it.Action]) == ["kinesis:PutRecord", "kinesis:PutRecords", "kms:GenerateDataKey"]
    error_message = "It reads nothing."
  }
  assert {
    condition     = [for it in jsondecode(aws_iam_role_policy.from_bus.policy).Statement : it.Resource] == [aws_kinesis_stream.events.arn, aws_kms_key.lake.arn]
    error_message = "This stream and its key."
  }
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

run "the_warehouse_reaches_the_lake_and_nothing_else" {
  assert {
    condition     = aws_redshiftserverless_workgroup.this.enhanced_vpc_routing && aws_vpc_security_group_egress_rule.warehouse.prefix_list_id == "pl-1" && aws_vpc_security_group_egress_rule.warehouse.from_port == 443
    error_message = "Copies leave through this network."
  }
}

run "what_is_stored_is_encrypted_private_and_forgotten" {
  assert {
    condition = (
      aws_kinesis_stream.events.encryption_type == "KMS" &&
      aws_redshiftserverless_workgroup.this.publicly_accessible == false
    )
    error_message = "Stream and warehouse."
  }
  assert {
    condition     = alltrue([for days in values(local.kept_days) : days <= 395])
    error_message = "No event is kept for more than 13 months."
  }
}

run "functions_come_by_digest" {
  assert {
    condition     = can(regex("@sha256:[0-9a-f]{64}$", aws_lambda_function.to_lake[0].image_uri)) && one(aws_lambda_function.to_lake[0].architectures) == "x86_64"
    error_message = "A tag can move, and the pipelines build for x86_64."
  }
}

run "without_an_image_the_stream_is_archived_only" {
  variables { lambda_image = null }

  assert {
    condition     = length(aws_lambda_function.to_lake) == 0 && aws_kinesis_firehose_delivery_stream.archive.destination == "extended_s3"
    error_message = "The first day has no image yet."
  }
}

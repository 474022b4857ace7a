mock_provider "aws" {
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:eu-central-1:123456789012:topic" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-central-1:123456789012:queue" }
  }
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:eu-central-1:123456789012:key/events" }
  }
  mock_resource "aws_cloudwatch_event_bus" {
    defaults = { arn = "arn:aws:events:eu-central-1:123456789012:event-bus/mallhive" }
  }
  mock_resource "aws_cloudwatch_event_rule" {
    defaults = { arn = "arn:aws:events:eu-central-1:123456789012:rule/mallhive/rule" }
  }
}

variables {
  name         = "mallhive-dev"
  account_id   = "123456789012"
  archive_days = 30
  topics       = ["mallhive-orders-events", "mallhive-catalog-events"]
  parts = {
    orders = { publishes = "mallhive-orders-events", event_bus = true, queue = null, subscribes = {} }
    notifications = {
      queue      = "mallhive-notifications"
      subscribes = { "mallhive-orders-events" = ["mallhive.orders.v1.OrderPaid"] }
    }
    search = {
      queue      = "mallhive-search"
      subscribes = { "mallhive-catalog-events" = ["mallhive.catalog.v1.ProductChanged"] }
    }
  }
}

run "every_queue_has_a_dead_letter_queue_after_five_receives" {
  assert {
    condition = alltrue([
      for part, queue in aws_sqs_queue.this :
      jsondecode(queue.redrive_policy).maxReceiveCount == 5 && aws_sqs_queue.dead[part].name == "${queue.name}-dlq"
    ])
    error_message = "A queue without a dead-letter queue loses what no handler can read."
  }
  assert {
    condition     = alltrue([for queue in aws_sqs_queue.dead : queue.message_retention_seconds == 1209600])
    error_message = "Dead letters wait two weeks for a person."
  }
  assert {
    condition     = keys(aws_sqs_queue.this) == ["notifications", "search"]
    error_message = "Only parts that handle events have a queue."
  }
}

run "a_queue_gets_only_the_types_that_its_part_handles" {
  assert {
    condition = jsondecode(aws_sns_topic_subscription.this["mallhive-orders-events/notifications"].filter_policy) == {
      type = ["mallhive.orders.v1.OrderPaid"]
    }
    error_message = "The filter is the list of handled types."
  }
  assert {
    condition     = alltrue([for it in aws_sns_topic_subscription.this : it.raw_message_delivery])
    error_message = "Consumers read the envelope itself."
  }
}

run "the_bus_brings_the_events_of_parts_that_use_it_to_the_same_queues" {
  assert {
    condition     = keys(aws_cloudwatch_event_rule.this) == ["mallhive-orders-events/notifications"]
    error_message = "A rule for each subscription to a bridged topic, none for others."
  }
  assert {
    condition = jsondecode(aws_cloudwatch_event_rule.this["mallhive-orders-events/notifications"].event_pattern) == {
      source        = ["mallhive-orders-events"]
      "detail-type" = ["mallhive.orders.v1.OrderPaid"]
    }
    error_message = "The rule matches source and type."
  }
  assert {
    condition     = alltrue([for it in aws_cloudwatch_event_target.this : length(it.dead_letter_config) == 1])
    error_message = "An event that cannot be delivered is a dead letter."
  }
}

run "only_the_topics_and_rules_of_a_queue_may_send_to_it_and_only_by_tls" {
  assert {
    condition = alltrue([
      for it in aws_sqs_queue_policy.this : alltrue([
        jsondecode(it.policy).Statement[0].Action == "sqs:SendMessage",
        length(jsondecode(it.policy).Statement[0].Condition.ArnEquals["aws:SourceArn"]) > 0,
        jsondecode(it.policy).Statement[1].Effect == "Deny",
      ])
    ])
    error_message = "A queue names who may send."
  }
}

run "events_are_encrypted_at_rest_by_a_key_that_rotates" {
  assert {
    condition = alltrue(concat(
      [aws_kms_key.this.enable_key_rotation],
      [for it in aws_sns_topic.this : it.kms_master_key_id == aws_kms_key.this.arn],
      [for it in concat(values(aws_sqs_queue.this), values(aws_sqs_queue.dead)) : it.kms_master_key_id == aws_kms_key.this.arn],
    ))
    error_message = "Topics and queues use the key of events."
  }
}

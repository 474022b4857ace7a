mock_provider "aws" {
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:eu-central-1:123456789012:alerts" }
  }
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:eu-central-1:123456789012:key/alerts" }
  }
}

variables {
  name               = "mallhive-production"
  account_id         = "123456789012"
  parts              = ["orders", "shell"]
  queues             = { orders = "mallhive-orders" }
  dead_letter_queues = { orders = "mallhive-orders-dlq" }
  balancer           = { balancer = "app/mall/1", targets = { shell = "targetgroup/shell/1" } }
  database           = { id = "mallhive-production", gigabytes = 200 }
  stream             = "mallhive-production-events"
  functions          = ["mallhive-production-to-lake"]
  mail               = ["on-call@mall.example"]
  monthly_dollars    = 3000
  protected          = true
  log_key_arn        = "arn:aws:kms:eu-central-1:123456789012:key/logs"
  log_days           = 90
}

run "one_dead_letter_is_told_within_a_minute" {
  assert {
    condition = (
      aws_cloudwatch_metric_alarm.this["dead-letters-orders"].threshold == 0 &&
      aws_cloudwatch_metric_alarm.this["dead-letters-orders"].comparison_operator == "GreaterThanThreshold" &&
      aws_cloudwatch_metric_alarm.this["dead-letters-orders"].evaluation_periods == 1
    )
    error_message = "A dead letter is an order or a mail that somebody waits for."
  }
}

run "a_part_without_any_process_is_told_though_it_has_no_metric" {
  assert {
    condition = (
      aws_cloudwatch_metric_alarm.this["no-healthy-shell"].treat_missing_data == "breaching" &&
      aws_cloudwatch_metric_alarm.this["no-healthy-shell"].comparison_operator == "LessThanThreshold" &&
      aws_cloudwatch_metric_alarm.this["no-healthy-shell"].threshold == 1
    )
    error_message = "Silence is no health."
  }
}

run "every_alarm_is_told_and_says_what_is_wrong" {
  assert {
    condition     = alltrue([for it in aws_cloudwatch_metric_alarm.this : it.alarm_actions == toset([aws_sns_topic.alerts.arn]) && length(it.alarm_description) > 10])
    error_message = "An alarm without a listener is none."
  }
  assert {
    condition = length(setsubtract(
      ["cloudwatch.amazonaws.com", "events.amazonaws.com", "budgets.amazonaws.com"],
      jsondecode(aws_sns_topic_policy.alerts.policy).Statement[0].Principal.Service
    )) == 0
    error_message = "Alarms, findings and budgets may tell."
  }
}

run "logs_are_encrypted_and_forgotten" {
  assert {
    condition     = alltrue([for it in aws_cloudwatch_log_group.part : it.kms_key_id == var.log_key_arn && it.retention_in_days == var.log_days])
    error_message = "Logs name people."
  }
}

run "pages_reach_a_person_and_the_heartbeat_does_not" {
  assert {
    condition     = join(", ", keys(aws_sns_topic_subscription.receiver)) == "pages on-call@mall.example, tickets on-call@mall.example"
    error_message = "A heartbeat a minute is for a machine that misses it."
  }
}

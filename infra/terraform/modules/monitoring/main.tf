# What Prometheus in the cluster cannot see, or would not see while the cluster itself is away. Service levels, their burn rates and
# all other alerts are Prometheus rules: infra/observability.
locals {
  alarms = merge(
    { for consumer, queue in var.dead_letter_queues : "dead-letters-${consumer}" => {
      text      = "Messages of ${consumer} that five attempts could not handle: docs/operating/runbooks/dead-letters.md"
      namespace = "AWS/SQS", metric = "ApproximateNumberOfMessagesVisible", dimensions = { QueueName = queue }
      statistic = "Maximum", above = 0, minutes = 1
    } },
    { for consumer, queue in var.queues : "queue-age-${consumer}" => {
      text      = "${consumer} is five minutes behind: docs/operating/runbooks/outbox-backlog.md"
      namespace = "AWS/SQS", metric = "ApproximateAgeOfOldestMessage", dimensions = { QueueName = queue }
      statistic = "Maximum", above = 300, minutes = 3
    } },
    { for part, target in var.balancer.targets : "no-healthy-${part}" => {
      text      = "The load balancer has found no healthy process of ${part} for two minutes."
      namespace = "AWS/ApplicationELB", metric = "HealthyHostCount", dimensions = { LoadBalancer = var.balancer.balancer, TargetGroup = target }
      statistic = "Minimum", below = 1, minutes = 2
    } },
    { for name in var.functions : "errors-${name}" => {
      text      = "${name} fails."
      namespace = "AWS/Lambda", metric = "Errors", dimensions = { FunctionName = name }
      statistic = "Sum", above = 0, minutes = 5
    } },
    {
      balancer-5xx = {
        text      = "Parts answer with 5xx, or not at all."
        namespace = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", dimensions = { LoadBalancer = var.balancer.balancer }
        statistic = "Sum", above = 50, minutes = 5
      }
      database-cpu = {
        text      = "PostgreSQL has been busy for ten minutes."
        namespace = "AWS/RDS", metric = "CPUUtilization", dimensions = { DBInstanceIdentifier = var.database.id }
        statistic = "Average", above = 80, minutes = 10
      }
      database-storage = {
        text      = "A tenth of PostgreSQL's first storage is left."
        namespace = "AWS/RDS", metric = "FreeStorageSpace", dimensions = { DBInstanceIdentifier = var.database.id }
        statistic = "Minimum", below = var.database.gigabytes * 100000000, minutes = 5
      }
      database-connections = {
        text      = "PostgreSQL has few connections left."
        namespace = "AWS/RDS", metric = "DatabaseConnections", dimensions = { DBInstanceIdentifier = var.database.id }
        statistic = "Maximum", above = 400, minutes = 5
      }
      stream-age = {
        text      = "The lake is an hour behind the stream."
        namespace = "AWS/Kinesis", metric = "GetRecords.IteratorAgeMilliseconds", dimensions = { StreamName = var.stream }
        statistic = "Maximum", above = 3600000, minutes = 5
      }
    },
  )
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  comparison_operator = can(each.value.above) ? "GreaterThanThreshold" : "LessThanThreshold"
  threshold           = try(each.value.above, each.value.below)
  period              = 60
  evaluation_periods  = each.value.minutes
  # A target group without a process has no metric at all.
  treat_missing_data = startswith(each.key, "no-healthy-") ? "breaching" : "notBreaching"
  alarm_actions      = [aws_sns_topic.alerts.arn]
  ok_actions         = [aws_sns_topic.alerts.arn]
}

resource "aws_cloudwatch_log_group" "part" {
  for_each = var.parts

  name              = "/${var.name}/${each.key}"
  retention_in_days = var.log_days
  kms_key_id        = var.log_key_arn
}

resource "aws_budgets_budget" "this" {
  name         = var.name
  budget_type  = "COST"
  limit_amount = tostring(var.monthly_dollars)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  dynamic "notification" {
    for_each = { ACTUAL = 80, FORECASTED = 100 }

    content {
      comparison_operator       = "GREATER_THAN"
      threshold                 = notification.value
      threshold_type            = "PERCENTAGE"
      notification_type         = notification.key
      subscriber_sns_topic_arns = [aws_sns_topic.alerts.arn]
    }
  }
}

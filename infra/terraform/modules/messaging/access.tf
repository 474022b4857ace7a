locals {
  account = "arn:aws:iam::${var.account_id}:root"

  # Topics and rules that may send to the queue of a part, and to its dead-letter queue what they could not deliver.
  senders = {
    for part in keys(local.queues) : part => concat(
      [for it in local.subscriptions : aws_sns_topic.this[it.topic].arn if it.part == part],
      [for key, it in local.rules : aws_cloudwatch_event_rule.this[key].arn if it.part == part],
    )
  }

  policies = {
    for kind, queues in { queue = aws_sqs_queue.this, dead = aws_sqs_queue.dead } : kind => {
      for part, queue in queues : part => jsonencode({
        Version = "2012-10-17"
        Statement = [
          {
            Sid       = "Deliver"
            Effect    = "Allow"
            Principal = { Service = ["sns.amazonaws.com", "events.amazonaws.com"] }
            Action    = "sqs:SendMessage"
            Resource  = queue.arn
            Condition = { ArnEquals = { "aws:SourceArn" = local.senders[part] } }
          },
          {
            Sid       = "OnlyEncrypted"
            Effect    = "Deny"
            Principal = "*"
            Action    = "sqs:*"
            Resource  = queue.arn
            Condition = { Bool = { "aws:SecureTransport" = "false" } }
          },
        ]
      })
    }
  }
}

resource "aws_sqs_queue_policy" "this" {
  for_each = local.queues

  queue_url = aws_sqs_queue.this[each.key].id
  policy    = local.policies.queue[each.key]
}

resource "aws_sqs_queue_policy" "dead" {
  for_each = local.queues

  queue_url = aws_sqs_queue.dead[each.key].id
  policy    = local.policies.dead[each.key]
}

resource "aws_kms_key" "this" {
  description             = "${var.name}: events at rest"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Account"
        Effect    = "Allow"
        Principal = { AWS = local.account }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Deliver"
        Effect    = "Allow"
        Principal = { Service = ["sns.amazonaws.com", "events.amazonaws.com", "cloudwatch.amazonaws.com"] }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      },
      {
        Sid       = "DescribeForTheBus"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "kms:DescribeKey"
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      },
    ]
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}-events"
  target_key_id = aws_kms_key.this.key_id
}

locals {
  queues = { for name, part in var.parts : name => part.queue if part.queue != null }

  subscriptions = merge([
    for name, part in var.parts : {
      for topic, types in part.subscribes : "${topic}/${name}" => { topic = topic, part = name, types = types }
    }
  ]...)

  # Topics whose events may come over the bus instead: a rule for each subscription brings them to the same queue.
  bridged = [for part in var.parts : part.publishes if part.event_bus]
  rules   = { for key, it in local.subscriptions : key => it if contains(local.bridged, it.topic) }
}

resource "aws_sns_topic" "this" {
  for_each = toset(var.topics)

  name              = each.key
  kms_master_key_id = aws_kms_key.this.arn
}

resource "aws_sqs_queue" "dead" {
  for_each = local.queues

  name                      = "${each.value}-dlq"
  message_retention_seconds = 1209600
  kms_master_key_id         = aws_kms_key.this.arn
}

# Values as in packages/service-kit/src/bus-local.ts.
resource "aws_sqs_queue" "this" {
  for_each = local.queues

  name                       = each.value
  visibility_timeout_seconds = 30
  message_retention_seconds  = 1209600
  kms_master_key_id          = aws_kms_key.this.arn
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead[each.key].arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue_redrive_allow_policy" "dead" {
  for_each = local.queues

  queue_url = aws_sqs_queue.dead[each.key].id
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.this[each.key].arn]
  })
}

# The queue takes what its filter lets through, as the part itself would read it from the local bus.
resource "aws_sns_topic_subscription" "this" {
  for_each = local.subscriptions

  topic_arn            = aws_sns_topic.this[each.value.topic].arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.this[each.value.part].arn
  raw_message_delivery = true
  filter_policy        = jsonencode({ type = each.value.types })
  redrive_policy       = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead[each.value.part].arn })
  depends_on           = [aws_sqs_queue_policy.this, aws_sqs_queue_policy.dead]
}

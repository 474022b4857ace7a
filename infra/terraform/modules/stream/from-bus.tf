# What is published over the bus comes to the stream in its order for each key; what the stream does not take waits in the queue.
resource "aws_cloudwatch_event_rule" "stream" {
  name           = "all-to-stream"
  description    = "Every event of the mall, for the lake."
  event_bus_name = var.bus.name
  event_pattern  = jsonencode({ source = var.bus.sources })
}

resource "aws_cloudwatch_event_target" "stream" {
  rule           = aws_cloudwatch_event_rule.stream.name
  event_bus_name = var.bus.name
  target_id      = "stream"
  arn            = aws_kinesis_stream.events.arn
  role_arn       = aws_iam_role.from_bus.arn

  kinesis_target {
    partition_key_path = "$.detail.key"
  }

  dead_letter_config {
    arn = aws_sqs_queue.undelivered.arn
  }

  retry_policy {
    maximum_event_age_in_seconds = 86400
    maximum_retry_attempts       = 185
  }

  depends_on = [aws_iam_role_policy.from_bus, aws_sqs_queue_policy.undelivered]
}

resource "aws_iam_role" "from_bus" {
  name = "${var.name}-bus-to-stream"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.account_id }
        ArnEquals    = { "aws:SourceArn" = aws_cloudwatch_event_rule.stream.arn }
      }
    }]
  })
}

resource "aws_iam_role_policy" "from_bus" {
  name = "put-records"
  role = aws_iam_role.from_bus.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["kinesis:PutRecord", "kinesis:PutRecords"], Resource = aws_kinesis_stream.events.arn },
      { Effect = "Allow", Action = "kms:GenerateDataKey", Resource = aws_kms_key.lake.arn },
    ]
  })
}

# Under the bus' key, because EventBridge itself sends to it and may not use the lake's.
resource "aws_sqs_queue" "undelivered" {
  name                      = "${var.name}-bus-to-stream-failed"
  message_retention_seconds = 1209600
  kms_master_key_id         = var.bus.key_arn
}

resource "aws_sqs_queue_policy" "undelivered" {
  queue_url = aws_sqs_queue.undelivered.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Deliver"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.undelivered.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.stream.arn } }
    }]
  })
}

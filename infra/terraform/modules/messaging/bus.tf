resource "aws_cloudwatch_event_bus" "this" {
  name               = "mallhive"
  kms_key_identifier = aws_kms_key.this.arn
}

resource "aws_cloudwatch_event_archive" "this" {
  name             = "mallhive"
  description      = "Every event on the bus, for replays."
  event_source_arn = aws_cloudwatch_event_bus.this.arn
  retention_days   = var.archive_days
}

resource "aws_cloudwatch_event_rule" "this" {
  for_each = local.rules

  name           = "${each.value.topic}-to-${each.value.part}"
  description    = "Events of ${each.value.topic} that ${each.value.part} handles."
  event_bus_name = aws_cloudwatch_event_bus.this.name
  event_pattern  = jsonencode({ source = [each.value.topic], "detail-type" = each.value.types })
}

resource "aws_cloudwatch_event_target" "this" {
  for_each = local.rules

  rule           = aws_cloudwatch_event_rule.this[each.key].name
  event_bus_name = aws_cloudwatch_event_bus.this.name
  target_id      = each.value.part
  arn            = aws_sqs_queue.this[each.value.part].arn

  dead_letter_config {
    arn = aws_sqs_queue.dead[each.value.part].arn
  }

  retry_policy {
    maximum_event_age_in_seconds = 86400
    maximum_retry_attempts       = 185
  }
}

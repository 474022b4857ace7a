locals {
  scheduled = { for name, it in aws_lambda_function.this : name => it if contains(keys(var.jobs), name) }
}

resource "aws_iam_role" "scheduler" {
  name = "${var.name}-scheduler"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "scheduler" {
  count = length(local.scheduled) > 0 ? 1 : 0

  name = "invoke-jobs"
  role = aws_iam_role.scheduler.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "lambda:InvokeFunction", Resource = [for it in local.scheduled : it.arn] },
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.jobs_dead.arn },
      { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = var.keys.messages },
    ]
  })
}

# Runs that could not be started.
resource "aws_sqs_queue" "jobs_dead" {
  name                      = "mallhive-jobs-dlq"
  message_retention_seconds = 1209600
  kms_master_key_id         = var.keys.messages
}

resource "aws_scheduler_schedule" "this" {
  for_each = local.scheduled

  name                = "${var.name}-${each.key}"
  schedule_expression = var.jobs[each.key].schedule

  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 1
  }

  target {
    arn      = each.value.arn
    role_arn = aws_iam_role.scheduler.arn

    dead_letter_config {
      arn = aws_sqs_queue.jobs_dead.arn
    }

    retry_policy {
      maximum_event_age_in_seconds = 300
      maximum_retry_attempts       = 3
    }
  }
}

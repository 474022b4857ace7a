# The function writes each event once, under a key made from its id; what it cannot read goes to the queue.
resource "aws_sqs_queue" "failed" {
  name                      = "${var.name}-to-lake-failed"
  message_retention_seconds = 1209600
  kms_master_key_id         = aws_kms_key.lake.arn
}

resource "aws_cloudwatch_log_group" "to_lake" {
  name              = "/aws/lambda/${var.name}-to-lake"
  retention_in_days = var.log_days
  kms_key_id        = var.log_key_arn
}

resource "aws_iam_role" "to_lake" {
  name = "${var.name}-to-lake"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "to_lake" {
  name = "to-lake"
  role = aws_iam_role.to_lake.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"]
        Resource = aws_kinesis_stream.events.arn
      },
      { Effect = "Allow", Action = "s3:PutObject", Resource = "${module.lake.arn}/events/*" },
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.failed.arn },
      { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = aws_kms_key.lake.arn },
      { Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "${aws_cloudwatch_log_group.to_lake.arn}:*" },
    ]
  })
}

resource "aws_lambda_function" "to_lake" {
  count = var.lambda_image == null ? 0 : 1

  function_name                  = "${var.name}-to-lake"
  role                           = aws_iam_role.to_lake.arn
  package_type                   = "Image"
  image_uri                      = var.lambda_image
  architectures                  = ["x86_64"]
  timeout                        = 60
  memory_size                    = 256
  reserved_concurrent_executions = 10

  image_config {
    command = ["to-lake.mjs"]
  }

  environment {
    variables = { LAKE_BUCKET = module.lake.name }
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.to_lake.name
  }
}

resource "aws_lambda_event_source_mapping" "to_lake" {
  count = length(aws_lambda_function.to_lake)

  event_source_arn                   = aws_kinesis_stream.events.arn
  function_name                      = aws_lambda_function.to_lake[0].arn
  starting_position                  = "TRIM_HORIZON"
  batch_size                         = 500
  maximum_batching_window_in_seconds = 5
  bisect_batch_on_function_error     = true
  maximum_retry_attempts             = 5
  function_response_types            = ["ReportBatchItemFailures"]

  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.failed.arn
    }
  }

  depends_on = [aws_iam_role_policy.to_lake]
}

# Raw records, whatever becomes of the function: the lake can be made anew from them.
resource "aws_iam_role" "archive" {
  name = "${var.name}-stream-archive"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "firehose.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "archive" {
  name = "archive"
  role = aws_iam_role.archive.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"], Resource = aws_kinesis_stream.events.arn },
      { Effect = "Allow", Action = ["s3:AbortMultipartUpload", "s3:PutObject"], Resource = ["${module.lake.arn}/raw/*", "${module.lake.arn}/failed/*"] },
      { Effect = "Allow", Action = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], Resource = module.lake.arn },
      { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = aws_kms_key.lake.arn },
      { Effect = "Allow", Action = "logs:PutLogEvents", Resource = "${aws_cloudwatch_log_group.archive.arn}:*" },
    ]
  })
}

resource "aws_cloudwatch_log_group" "archive" {
  name              = "/aws/kinesisfirehose/${var.name}-archive"
  retention_in_days = var.log_days
  kms_key_id        = var.log_key_arn
}

resource "aws_cloudwatch_log_stream" "archive" {
  name           = "delivery"
  log_group_name = aws_cloudwatch_log_group.archive.name
}

resource "aws_kinesis_firehose_delivery_stream" "archive" {
  name        = "${var.name}-archive"
  destination = "extended_s3"

  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.events.arn
    role_arn           = aws_iam_role.archive.arn
  }

  extended_s3_configuration {
    role_arn            = aws_iam_role.archive.arn
    bucket_arn          = module.lake.arn
    prefix              = "raw/day=!{timestamp:yyyy-MM-dd}/"
    error_output_prefix = "failed/!{firehose:error-output-type}/day=!{timestamp:yyyy-MM-dd}/"
    buffering_size      = 64
    buffering_interval  = 300
    compression_format  = "GZIP"
    kms_key_arn         = aws_kms_key.lake.arn

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.archive.name
      log_stream_name = aws_cloudwatch_log_stream.archive.name
    }
  }

  depends_on = [aws_iam_role_policy.archive]
}

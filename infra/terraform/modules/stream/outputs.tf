output "stream" {
  value = { name = aws_kinesis_stream.events.name, arn = aws_kinesis_stream.events.arn }
}

output "lake" {
  value = { name = aws_s3_bucket.lake.bucket, arn = aws_s3_bucket.lake.arn, key_arn = aws_kms_key.lake.arn }
}

output "failed_queue" {
  value = aws_sqs_queue.failed.name
}

output "stream" {
  value = { name = aws_kinesis_stream.events.name, arn = aws_kinesis_stream.events.arn }
}

output "lake" {
  value = { name = module.lake.name, arn = module.lake.arn, key_arn = aws_kms_key.lake.arn }
}

output "failed_queues" {
  description = "Names of queues of what did not reach the lake and the stream."
  value       = { lake = aws_sqs_queue.failed.name, stream = aws_sqs_queue.undelivered.name }
}

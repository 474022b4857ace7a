output "topic_arns" {
  description = "By name."
  value       = { for name, topic in aws_sns_topic.this : name => topic.arn }
}

output "queue_arns" {
  description = "By part."
  value       = { for part, queue in aws_sqs_queue.this : part => queue.arn }
}

output "dead_letter_queues" {
  description = "Names, by part."
  value       = { for part, queue in aws_sqs_queue.dead : part => queue.name }
}

output "dead_letter_queue_arns" {
  description = "By part."
  value       = { for part, queue in aws_sqs_queue.dead : part => queue.arn }
}

output "bus" {
  description = "EVENT_BUS of parts that may publish through it."
  value       = { name = aws_cloudwatch_event_bus.this.name, arn = aws_cloudwatch_event_bus.this.arn }
}

output "key_arn" {
  description = "The key of events at rest: publishers and consumers use it."
  value       = aws_kms_key.this.arn
}

output "alerts_topic_arn" {
  value = aws_sns_topic.alerts.arn
}

output "log_groups" {
  description = "By part."
  value       = { for part, group in aws_cloudwatch_log_group.part : part => group.name }
}

output "alerts_topic_arn" {
  value = aws_sns_topic.alerts.arn
}

output "log_groups" {
  description = "By part."
  value       = { for part, group in aws_cloudwatch_log_group.part : part => group.name }
}

output "line_bucket_arn" {
  value = module.lines.arn
}

output "receivers" {
  description = "Topics of Alertmanager, and the key that what is sent to them is encrypted with."
  value       = { topic_arns = [for topic in aws_sns_topic.receiver : topic.arn], key_arn = aws_kms_key.alerts.arn }
}

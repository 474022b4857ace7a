output "role_arn" {
  value = aws_iam_role.this.arn
}

output "queue_name" {
  value = aws_sqs_queue.interruptions.name
}

output "instance_profile" {
  value = aws_iam_instance_profile.node.name
}

output "arns" {
  description = "Secrets by part."
  value       = { for part, secret in aws_secretsmanager_secret.part : part => secret.arn }
}

output "names" {
  value = { for part, secret in aws_secretsmanager_secret.part : part => secret.name }
}

output "rotation_security_group_id" {
  value = aws_security_group.rotation.id
}

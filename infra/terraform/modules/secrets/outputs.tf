output "arns" {
  description = "By workload."
  value       = { for workload, secret in aws_secretsmanager_secret.workload : workload => secret.arn }
}

output "names" {
  value = { for workload, secret in aws_secretsmanager_secret.workload : workload => secret.name }
}

output "rotation_security_group_id" {
  value = aws_security_group.rotation.id
}

output "functions" {
  value = [for it in aws_lambda_function.rotation : it.function_name]
}

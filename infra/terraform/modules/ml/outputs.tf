output "models" {
  value = { bucket = module.models.name, group = aws_sagemaker_model_package_group.ranking.model_package_group_name }
}

output "jobs" {
  value = { role_arn = aws_iam_role.jobs.arn, security_group_id = aws_security_group.jobs.id }
}

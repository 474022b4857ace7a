output "arns" {
  value = { for role, repository in aws_ecr_repository.this : role => repository.arn }
}

output "urls" {
  value = { for role, repository in aws_ecr_repository.this : role => repository.repository_url }
}

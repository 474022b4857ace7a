output "endpoint" {
  value = "https://${aws_opensearch_domain.this.endpoint}"
}

output "domain_arn" {
  value = aws_opensearch_domain.this.arn
}

output "administrator_secret_arn" {
  value = aws_secretsmanager_secret.administrator.arn
}

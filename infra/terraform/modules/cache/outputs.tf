output "address" {
  description = "Of the primary, which takes TLS only."
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
}

output "user_arns" {
  description = "The group's users by part."
  value       = { for part, user in aws_elasticache_user.part : part => user.arn }
}

output "address" {
  description = "Of the primary, which takes TLS only."
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
}

output "user_arns" {
  description = "By workload."
  value       = { for workload, user in aws_elasticache_user.workload : workload => user.arn }
}

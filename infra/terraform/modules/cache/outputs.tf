output "address" {
  description = "Of the primary, which takes TLS only."
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
}

output "address" {
  value = aws_db_instance.this.address
}

output "instance_id" {
  value = aws_db_instance.this.identifier
}

output "administrator_secret_arn" {
  description = "User and password with which roles and schemas of services are made."
  value       = aws_db_instance.this.master_user_secret[0].secret_arn
}

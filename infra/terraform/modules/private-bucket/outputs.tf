output "name" {
  value = aws_s3_bucket.this.bucket
}

output "arn" {
  value = aws_s3_bucket.this.arn
}

output "locked_days" {
  description = "Null where nothing is locked."
  value       = one(aws_s3_bucket_object_lock_configuration.this[*].rule[0].default_retention[0].days)
}

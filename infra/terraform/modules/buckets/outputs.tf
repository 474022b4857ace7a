output "names" {
  description = "By origin, and access-logs."
  value       = { for key, bucket in aws_s3_bucket.this : key => bucket.bucket }
}

output "log_bucket" {
  description = "Of load balancers, which may write to it."
  value       = aws_s3_bucket_policy.logs.bucket
}

output "arns" {
  value = { for key, bucket in aws_s3_bucket.this : key => bucket.arn }
}

output "domain_names" {
  description = "Origins of CloudFront."
  value       = { for key, _ in var.buckets : key => aws_s3_bucket.this[key].bucket_regional_domain_name }
}

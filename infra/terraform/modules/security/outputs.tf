output "records_bucket" {
  value = aws_s3_bucket.records.bucket
}

output "analyzer_arn" {
  value = aws_accessanalyzer_analyzer.this.arn
}

output "records_bucket" {
  value = module.records.name
}

output "analyzer_arn" {
  value = aws_accessanalyzer_analyzer.this.arn
}

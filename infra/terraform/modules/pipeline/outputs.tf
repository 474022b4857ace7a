output "mirror_url" {
  value = aws_codecommit_repository.mirror.clone_url_http
}

output "pipeline" {
  value = aws_codepipeline.this.name
}

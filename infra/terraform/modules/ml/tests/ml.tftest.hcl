mock_provider "aws" {
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::models" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/jobs" }
  }
  mock_resource "aws_sagemaker_model_package_group" {
    defaults = { arn = "arn:aws:sagemaker:eu-central-1:123456789012:model-package-group/ranking" }
  }
}

variables {
  name       = "mallhive-production"
  account_id = "123456789012"
  region     = "eu-central-1"
  lake       = { arn = "arn:aws:s3:::lake", key_arn = "arn:aws:kms:eu-central-1:123456789012:key/lake" }
  images     = ["arn:aws:ecr:eu-central-1:123456789012:repository/mallhive/evaluation"]
  network    = { vpc_id = "vpc-1", subnet_ids = ["subnet-1"] }
  protected  = true

  pipeline_definition = "{\"Version\":\"2020-12-01\",\"Parameters\":[{\"Name\":\"Bucket\",\"Type\":\"String\"},{\"Name\":\"CandidateImage\",\"Type\":\"String\"}],\"Steps\":[]}"
}

run "jobs_read_events_and_write_candidates_only" {
  assert {
    condition = [
      for it in jsondecode(aws_iam_role_policy.jobs.policy).Statement : it.Resource if jsonencode(it.Action) == jsonencode("s3:PutObject")
    ] == ["arn:aws:s3:::models/candidates/*"]
    error_message = "No job replaces an approved model or an event."
  }
}

run "the_pipeline_is_the_one_of_the_repository_with_the_values_of_this_account" {
  assert {
    condition = jsondecode(aws_sagemaker_pipeline.ranking.pipeline_definition) == {
      Version = "2020-12-01"
      Parameters = [
        { Name = "Bucket", Type = "String", DefaultValue = "mallhive-production-models-123456789012" },
        { Name = "CandidateImage", Type = "String" },
      ]
      Steps = []
    }
    error_message = "infra/mlops generates it; images are given with each execution."
  }
}

run "a_job_gets_no_other_role" {
  assert {
    condition = [
      for it in jsondecode(aws_iam_role_policy.jobs.policy).Statement : it.Resource if jsonencode(it.Action) == jsonencode("iam:PassRole")
    ] == [aws_iam_role.jobs.arn]
    error_message = "A pipeline must not gain rights by its jobs."
  }
}

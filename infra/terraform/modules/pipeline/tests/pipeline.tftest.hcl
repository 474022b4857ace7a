mock_provider "aws" {
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/role" }
  }
  mock_resource "aws_codecommit_repository" {
    defaults = { arn = "arn:aws:codecommit:eu-central-1:123456789012:mirror" }
  }
  mock_resource "aws_codepipeline" {
    defaults = { arn = "arn:aws:codepipeline:eu-central-1:123456789012:mall" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::artifacts" }
  }
}

variables {
  name                  = "mallhive-production"
  account_id            = "123456789012"
  registry              = "123456789012.dkr.ecr.eu-central-1.amazonaws.com"
  image_repository_arns = ["arn:aws:ecr:eu-central-1:123456789012:repository/mallhive/service"]
  image_signing_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/signing"
  protected             = true
  log_days              = 90
  keys = {
    images = "arn:aws:kms:eu-central-1:123456789012:key/images"
    logs   = "arn:aws:kms:eu-central-1:123456789012:key/logs"
  }
}

run "code_is_checked_before_images_are_pushed_and_signed_and_then_named" {
  assert {
    condition     = [for it in aws_codepipeline.this.stage : it.name] == ["source", "check", "images", "bump"]
    error_message = "The order of the stages."
  }
}

run "only_the_stage_of_images_may_push_and_sign" {
  assert {
    condition     = [for stage, it in aws_iam_role_policy.stage : stage if strcontains(it.policy, "kms:Sign") || strcontains(it.policy, "ecr:PutImage")] == ["images"]
    error_message = "Tests run the code of a change: their role signs nothing."
  }
  assert {
    condition     = [for stage, it in aws_iam_role_policy.stage : stage if strcontains(it.policy, "codecommit:GitPush")] == ["bump"]
    error_message = "Only the last stage writes to the repository."
  }
  assert {
    condition     = [for stage, it in aws_codebuild_project.stage : stage if it.environment[0].privileged_mode] == ["images"]
    error_message = "Only what builds images is privileged."
  }
}

run "no_stage_has_a_wildcard_but_for_signing_in_to_the_registry" {
  assert {
    condition = alltrue(flatten([
      for it in aws_iam_role_policy.stage : [
        for statement in jsondecode(it.policy).Statement :
        jsonencode(statement.Resource) != jsonencode("*") || jsonencode(statement.Action) == jsonencode("ecr:GetAuthorizationToken")
      ]
    ]))
    error_message = "Rights name what they are for."
  }
}

run "images_are_built_for_the_processors_of_nodes" {
  assert {
    condition     = strcontains(file("../cluster/compute.tf"), "BOTTLEROCKET_x86_64") && aws_codebuild_project.stage["images"].environment[0].type == "LINUX_CONTAINER"
    error_message = "Nodes are x86_64."
  }
}

run "the_digests_that_a_run_names_start_no_other" {
  assert {
    condition = jsondecode(aws_cloudwatch_event_rule.push.event_pattern).detail.callerUserArn == [
      { "anything-but" = { prefix = "arn:aws:sts::123456789012:assumed-role/mallhive-production-build-bump/" } },
    ]
    error_message = "The last stage pushes to the branch whose pushes start the first."
  }
}

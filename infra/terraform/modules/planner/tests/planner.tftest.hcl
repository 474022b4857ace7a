mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name              = "mallhive-production"
  environment       = "production"
  repository        = "mallhive/mallhive"
  oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  state_bucket_arn  = "arn:aws:s3:::state"
  state_key_arn     = "arn:aws:kms:eu-central-1:123456789012:key/state"
}

run "a_pull_request_changes_nothing" {
  assert {
    condition = alltrue(flatten([for it in data.aws_iam_policy_document.this.statement : [for action in it.actions :
      contains([
        "s3:GetObject", "s3:ListBucket", "kms:Decrypt", "secretsmanager:GetRandomPassword",
        "ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries",
      ], action)
    ]]))
    error_message = "Planning reads the state, without a lock."
  }
}

run "only_the_environment_for_plans_takes_the_role" {
  assert {
    condition     = { for it in data.aws_iam_policy_document.trust.statement[0].condition : it.variable => it.values }["token.actions.githubusercontent.com:sub"] == tolist(["repo:mallhive/mallhive:environment:production-plan"])
    error_message = "Forks and other environments are refused."
  }
}

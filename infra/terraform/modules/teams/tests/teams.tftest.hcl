mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name                  = "mallhive-production"
  environment           = "production"
  account_id            = "123456789012"
  teams                 = { cart = "mallhive/cart", home = "mallhive/mallhive" }
  platform_repository   = "mallhive/mallhive"
  release_bucket_arn    = "arn:aws:s3:::releases"
  release_key_arns      = { cart = "arn:key/cart", home = "arn:key/home", root = "arn:key/root" }
  image_repository_arns = ["arn:repository/service"]
  image_signing_key_arn = "arn:key/images"
}

run "a_team_writes_its_own_releases_and_nothing_else" {
  assert {
    condition = alltrue([for team, policy in data.aws_iam_policy_document.team :
      flatten([for it in policy.statement : [for action in it.actions : tolist(it.resources)
      if !contains(["s3:GetObject", "s3:ListBucket", "kms:GetPublicKey", "kms:Sign"], action)]])
      == ["arn:aws:s3:::releases/mfe/${team}/*"]
    ])
    error_message = "The only right that changes anything is to the team's own folder."
  }
}

run "a_team_signs_with_its_own_key" {
  assert {
    condition = alltrue([for team, policy in data.aws_iam_policy_document.team :
      { for it in policy.statement : it.sid => it.resources }["SignOwnReleases"] == toset(["arn:key/${team}"])
    ])
    error_message = "No team signs as another, and none as the holder of the root key."
  }
}

run "a_role_is_for_the_teams_repository_and_environment" {
  assert {
    condition = alltrue([for team, trust in data.aws_iam_policy_document.team_trust :
      { for it in trust.statement[0].condition : it.variable => it.values } == {
        "token.actions.githubusercontent.com:aud" = tolist(["sts.amazonaws.com"])
        "token.actions.githubusercontent.com:sub" = tolist(["repo:${var.teams[team]}:environment:production-${team}"])
      }
    ])
    error_message = "Other repositories, forks and branches without the environment are refused."
  }
}

run "the_platforms_pipeline_pushes_and_signs_images_only" {
  assert {
    condition = alltrue([for it in data.aws_iam_policy_document.images.statement :
      it.resources == toset(["arn:repository/service"]) || it.resources == toset(["arn:key/images"]) || it.actions == toset(["ecr:GetAuthorizationToken"])
    ])
    error_message = "It cannot change what runs."
  }
}

terraform {
  required_version = "~> 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }

  # The first person in an empty account keeps the state in a file, and moves it into the bucket that this makes.
  backend "s3" {
    key          = "bootstrap.tfstate"
    region       = "eu-central-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = { project = "mallhive", environment = var.environment, managed-by = "terraform" }
  }
}

variable "environment" {
  type        = string
  description = "One of dev, staging, production."
}

variable "repository" {
  type        = string
  description = "The platform's repository on GitHub, as <organisation>/<repository>."
}

data "aws_caller_identity" "this" {}

locals {
  name = "mallhive-${var.environment}"
}

module "state" {
  source = "../modules/state"

  name       = local.name
  account_id = data.aws_caller_identity.this.account_id
}

# Pipelines take roles by GitHub's tokens; nobody has a long-lived key.
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

module "planner" {
  source = "../modules/planner"

  name              = local.name
  environment       = var.environment
  repository        = var.repository
  oidc_provider_arn = aws_iam_openid_connect_provider.github.arn
  state_bucket_arn  = module.state.bucket_arn
  state_key_arn     = module.state.key_arn
}

output "bucket" {
  description = "For terraform init -backend-config=bucket=..."
  value       = module.state.bucket
}

output "planner_role_arn" {
  value = module.planner.role_arn
}

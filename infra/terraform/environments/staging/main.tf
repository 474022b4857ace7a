terraform {
  required_version = "~> 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }

  # The bucket is that of the environment's own account: terraform init -backend-config=bucket=...
  backend "s3" {
    key          = "mall.tfstate"
    region       = "eu-central-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = local.tags
  }
}

# CloudFront takes certificates and firewalls from this region only.
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"

  default_tags {
    tags = local.tags
  }
}

locals {
  environment = "staging"
  tags        = { project = "mallhive", environment = local.environment, managed-by = "terraform" }
}

module "mall" {
  source = "../../modules/mall"

  environment = local.environment
  protected   = false
  zones_alone = false
  database    = { class = "db.m7g.large", gigabytes = 50, backup_days = 3 }
  cache       = { class = "cache.m7g.large", replicas = 1 }
  search      = { class = "m7g.medium.search", nodes = 3, gigabytes = 20 }
  nodes       = { class = "m7i.large", min = 3, max = 6 }
  log_days    = 14

  providers = {
    aws           = aws
    aws.us_east_1 = aws.us_east_1
  }
}

output "mall" {
  description = "What manifests, pipelines and people need to know."
  value       = module.mall
}

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
  environment = "dev"
  tags        = { project = "mallhive", environment = local.environment, managed-by = "terraform" }
}

variable "administrators" {
  type        = map(string)
  description = "Roles of people who administer the cluster, by name."

  validation {
    condition     = length(var.administrators) > 0
    error_message = "Whoever makes the cluster has no rights in it: without administrators nobody has."
  }
}

variable "readers" {
  type        = map(string)
  description = "Roles of people who may read the mall's namespace, by the name of their group."
}

variable "admin_cidrs" {
  type        = list(string)
  description = "Networks from which people reach the cluster's API; without any it is private."
}

variable "alert_mail" {
  type        = list(string)
  description = "Addresses that get alarms of CloudWatch, findings and budgets."
}

module "mall" {
  source = "../../modules/mall"

  environment = local.environment
  protected   = false
  zones_alone = false
  database    = { class = "db.t4g.medium", gigabytes = 20, backup_days = 1 }
  cache       = { class = "cache.t4g.small", replicas = 0 }
  search      = { class = "t3.small.search", nodes = 1, gigabytes = 10 }
  nodes       = { class = "t3.xlarge", min = 3, max = 6 }
  log_days    = 7

  administrators = var.administrators
  readers        = var.readers
  admin_cidrs    = var.admin_cidrs
  alert_mail     = var.alert_mail

  providers = {
    aws           = aws
    aws.us_east_1 = aws.us_east_1
  }
}

output "mall" {
  description = "What manifests, pipelines and people need to know."
  value       = module.mall
}

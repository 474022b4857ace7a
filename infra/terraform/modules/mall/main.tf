data "aws_caller_identity" "this" {}

locals {
  name       = "mallhive-${var.environment}"
  account_id = data.aws_caller_identity.this.account_id
  # Generated from infra/mall.ts, infra/edge/routes.json and the services' handlers.
  mall   = jsondecode(file("${path.module}/../../mall.json"))
  parts  = local.mall.parts
  domain = local.mall.environments[var.environment].domain
  # Those that run production's images.
  other_account_ids = [for name, it in local.mall.environments : it.account if var.environment == "production" && name != "production"]
}

module "keys" {
  source = "../keys"

  name       = local.name
  region     = var.region
  account_id = local.account_id
  signers    = concat(local.mall.microFrontends, ["root", "desk"])

  verifying_account_ids = local.other_account_ids
}

module "network" {
  source = "../network"

  name        = local.name
  region      = var.region
  cidrs       = { all = local.mall.network.all, public = local.mall.network.public, load_balancers = local.mall.network.loadBalancers, data = local.mall.network.data }
  zones       = [for letter in ["a", "b", "c"] : "${var.region}${letter}"]
  zones_alone = var.zones_alone
  log_key_arn = module.keys.arns["logs"]
  log_days    = var.log_days
}

module "cluster" {
  source = "../cluster"

  name               = local.name
  vpc_id             = module.network.vpc_id
  private_subnet_ids = module.network.private_subnet_ids
  nodes              = var.nodes
  administrators     = var.administrators
  readers            = var.readers
  admin_cidrs        = var.admin_cidrs
  key_arn            = module.keys.arns["cluster"]
  log_key_arn        = module.keys.arns["logs"]
  log_days           = var.log_days
}

module "autoscaling" {
  source = "../autoscaling"

  name       = local.name
  region     = var.region
  account_id = local.account_id

  cluster = {
    name              = module.cluster.name
    issuer            = module.cluster.issuer
    oidc_provider_arn = module.cluster.oidc_provider_arn
    node_role_arn     = module.cluster.node_role_arn
    node_role_name    = module.cluster.node_role_name
  }
}

module "registry" {
  source = "../registry"

  repositories = concat(local.mall.images, ["attestations"])
  key_arn      = module.keys.arns["images"]

  pulling_account_ids = local.other_account_ids
}

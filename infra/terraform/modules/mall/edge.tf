module "buckets" {
  source = "../buckets"

  name              = local.name
  account_id        = local.account_id
  buckets           = local.mall.buckets
  distribution_arns = module.edge.distribution_arns
  protected         = var.protected
}

module "edge" {
  source = "../edge"

  name                   = local.name
  account_id             = local.account_id
  domain                 = local.domain
  edge                   = local.mall.edge
  micro_frontends        = local.mall.microFrontends
  bucket_domain_names    = module.buckets.domain_names
  log_bucket             = module.buckets.log_bucket
  network                = { vpc_id = module.network.vpc_id, subnet_ids = module.network.load_balancer_subnet_ids }
  pods_security_group_id = module.cluster.security_group_id
  protected              = var.protected
  log_days               = var.log_days

  parts = {
    for name, part in local.parts : name => { port = part.port, ready = part.ready, edge_origin = part.edgeOrigin }
    if part.edgeOrigin != null
  }

  providers = {
    aws           = aws
    aws.us_east_1 = aws.us_east_1
  }
}

module "data" {
  source = "../data"

  name            = local.name
  vpc_id          = module.network.vpc_id
  subnet_ids      = module.network.data_subnet_ids
  clients         = { pods = module.cluster.security_group_id, secrets-rotation = module.secrets.rotation_security_group_id }
  database        = var.database
  protected       = var.protected
  key_arn         = module.keys.arns["data"]
  secrets_key_arn = module.keys.arns["secrets"]
  log_key_arn     = module.keys.arns["logs"]
  log_days        = var.log_days
}

module "cache" {
  source = "../cache"

  name       = local.name
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.data_subnet_ids
  clients    = { pods = module.cluster.security_group_id, secrets-rotation = module.secrets.rotation_security_group_id }
  cache      = var.cache
  users = { for name, workload in local.workloads : name => local.parts[workload.part].redisKeys
  if length(local.parts[workload.part].redisKeys) > 0 }

  commands    = local.mall.redisCommands
  protected   = var.protected
  key_arn     = module.keys.arns["data"]
  log_key_arn = module.keys.arns["logs"]
  log_days    = var.log_days
}

module "search" {
  source = "../search"

  name            = local.name
  environment     = var.environment
  region          = var.region
  account_id      = local.account_id
  vpc_id          = module.network.vpc_id
  subnet_ids      = module.network.data_subnet_ids
  clients         = { pods = module.cluster.security_group_id }
  search          = var.search
  key_arn         = module.keys.arns["data"]
  secrets_key_arn = module.keys.arns["secrets"]
  log_key_arn     = module.keys.arns["logs"]
  log_days        = var.log_days
}

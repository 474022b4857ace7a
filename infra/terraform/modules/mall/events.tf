module "messaging" {
  source = "../messaging"

  name         = local.name
  account_id   = local.account_id
  topics       = local.mall.topics
  archive_days = var.log_days
  parts = {
    for name, part in local.parts : name => {
      publishes  = part.publishes
      event_bus  = part.eventBus
      queue      = part.queue
      subscribes = part.subscribes
    }
  }
}

module "stream" {
  source = "../stream"

  name         = local.name
  account_id   = local.account_id
  lambda_image = var.lambda_image
  bus = {
    name    = module.messaging.bus.name
    key_arn = module.messaging.key_arn
    sources = [for part in local.parts : part.publishes if part.eventBus]
  }
  warehouse = {
    vpc_id            = module.network.vpc_id
    subnet_ids        = module.network.data_subnet_ids
    s3_prefix_list_id = module.network.s3_prefix_list_id
    capacity          = var.warehouse_capacity
  }
  protected   = var.protected
  log_key_arn = module.keys.arns["logs"]
  log_days    = var.log_days
}

module "serverless" {
  source = "../serverless"

  name         = local.name
  environment  = var.environment
  account_id   = local.account_id
  lambda_image = var.lambda_image
  network      = { subnet_ids = module.network.private_subnet_ids, security_group_ids = [module.cluster.security_group_id] }
  keys         = { messages = module.messaging.key_arn, secrets = module.keys.arns["secrets"], logs = module.keys.arns["logs"] }
  log_days     = var.log_days

  jobs = {
    for name, job in { search-log-retention = { part = "search", schedule = "rate(1 day)" } } :
    name => merge(job, { secret_arn = module.secrets.arns[job.part] })
  }
}

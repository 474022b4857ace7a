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
  warehouse = {
    vpc_id     = module.network.vpc_id
    subnet_ids = module.network.data_subnet_ids
    capacity   = var.warehouse_capacity
  }
  protected   = var.protected
  log_key_arn = module.keys.arns["logs"]
  log_days    = var.log_days
}

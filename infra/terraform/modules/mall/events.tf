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

module "monitoring" {
  source = "../monitoring"

  name               = local.name
  account_id         = local.account_id
  parts              = keys(local.workloads)
  queues             = { for name, part in local.parts : name => part.queue if part.queue != null }
  dead_letter_queues = merge(module.messaging.dead_letter_queues, module.serverless.dead_letter_queues, module.stream.failed_queues)
  balancer           = module.edge.balancer
  database           = { id = module.data.instance_id, gigabytes = var.database.gigabytes }
  stream             = module.stream.stream.name
  functions          = concat(module.serverless.functions, module.secrets.functions)
  mail               = var.alert_mail
  monthly_dollars    = var.monthly_dollars
  protected          = var.protected
  log_key_arn        = module.keys.arns["logs"]
  log_days           = var.log_days
}

module "security" {
  source = "../security"

  name             = local.name
  region           = var.region
  account_id       = local.account_id
  alerts_topic_arn = module.monitoring.alerts_topic_arn
  protected        = var.protected
}

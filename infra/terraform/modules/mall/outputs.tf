output "network" {
  value = { vpc_id = module.network.vpc_id, private_subnet_ids = module.network.private_subnet_ids }
}

output "edge" {
  value = {
    hosts             = module.edge.hosts
    name_servers      = module.edge.name_servers
    distribution_ids  = module.edge.distribution_ids
    target_group_arns = module.edge.target_group_arns
    buckets           = module.buckets.names
  }
}

output "events" {
  value = { bus = module.messaging.bus.name, webhooks = module.serverless.webhook_url, lake = module.stream.lake.name }
}

output "delivery" {
  value = { mirror = module.pipeline.mirror_url, models = module.ml.models.group }
}

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

output "cluster" {
  value = {
    name              = module.cluster.name
    endpoint          = module.cluster.endpoint
    security_group_id = module.cluster.security_group_id
    karpenter = {
      role_arn         = module.autoscaling.role_arn
      queue            = module.autoscaling.queue_name
      instance_profile = module.autoscaling.instance_profile
    }
  }
}

output "engines" {
  description = "Where engines answer, and the secrets of their administrators."
  value = {
    database = { address = module.data.address, administrator = module.data.administrator_secret_arn }
    cache    = { address = module.cache.address }
    search   = { endpoint = module.search.endpoint, administrator = module.search.administrator_secret_arn }
  }
}

output "roles" {
  value = { workloads = module.identity.role_arns, controllers = module.identity.controller_role_arns, teams = module.teams.team_role_arns, images = module.teams.images_role_arn }
}

output "secrets" {
  description = "Names by workload."
  value       = module.secrets.names
}

output "registry" {
  description = "Addresses by role of an image."
  value       = module.registry.urls
}

output "signing" {
  value = { images = module.keys.image_signing_key_arn, releases = module.keys.release_key_arns }
}

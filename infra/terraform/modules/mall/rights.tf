locals {
  # What runs in the cluster under an identity of its own. BFFs of micro frontends have the rights of their host.
  workloads   = local.mall.workloads
  secretive   = { for name, workload in local.workloads : name => workload.secrets if length(workload.secrets) > 0 }
  bucket_arns = { for origin, bucket in local.mall.buckets : bucket => module.buckets.arns[origin] }
  # Objects are named <bucket>/<key> in the list of parts.
  objects = { for name, part in local.parts : name => { for kind, objects in part.objects : kind => [
    for object in objects : "${local.bucket_arns[split("/", object)[0]]}/${join("/", slice(split("/", object), 1, length(split("/", object))))}"
  ] } }
}

module "secrets" {
  source = "../secrets"

  name        = local.name
  environment = var.environment
  workloads   = local.secretive
  key_arn     = module.keys.arns["secrets"]
  protected   = var.protected

  rotation = {
    image             = var.lambda_image
    vpc_id            = module.network.vpc_id
    cidr              = module.network.cidr
    subnet_ids        = module.network.private_subnet_ids
    administrator_arn = module.data.administrator_secret_arn
    redis_user_arns   = module.cache.user_arns
    log_key_arn       = module.keys.arns["logs"]
    log_days          = var.log_days
  }
}

module "identity" {
  source = "../identity"

  name        = local.name
  cluster     = { issuer = module.cluster.issuer, oidc_provider_arn = module.cluster.oidc_provider_arn }
  controllers = local.controllers
  keys        = { secrets = module.keys.arns["secrets"], messages = module.messaging.key_arn }

  workloads = { for name, workload in local.workloads : name => {
    topics  = [for topic in compact([local.parts[workload.part].publishes]) : module.messaging.topic_arns[topic]]
    buses   = local.parts[workload.part].eventBus ? [module.messaging.bus.arn] : []
    queues  = local.parts[workload.part].queue == null ? [] : [module.messaging.queue_arns[workload.part]]
    dead    = local.parts[workload.part].queue == null ? [] : [module.messaging.dead_letter_queue_arns[workload.part]]
    reads   = local.objects[workload.part].reads
    writes  = local.objects[workload.part].writes
    lists   = distinct([for object in local.parts[workload.part].objects.reads : local.bucket_arns[split("/", object)[0]]])
    secrets = contains(keys(local.secretive), name) ? [module.secrets.arns[name]] : []
    signs   = contains(workload.secrets, "RELEASE_DESK_KEY") ? [module.keys.release_key_arns["desk"]] : []
  } }
}

module "teams" {
  source = "../teams"

  name                  = local.name
  environment           = var.environment
  account_id            = local.account_id
  teams                 = { for name in local.mall.microFrontends : name => lookup(var.team_repositories, name, var.platform_repository) }
  platform_repository   = var.platform_repository
  release_bucket_arn    = module.buckets.arns["releases"]
  release_key_arns      = module.keys.release_key_arns
  image_repository_arns = values(module.registry.arns)
  image_signing_key_arn = module.keys.image_signing_key_arn
}

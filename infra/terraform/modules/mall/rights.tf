locals {
  # Each of a micro frontend's BFF hosts signs its calls with a key of its own.
  secretive = merge(
    { for name, part in local.parts : name => part.secrets if length(part.secrets) > 0 },
    { for name in local.mall.microFrontends : "bff-${name}" => ["PART_KEY"] },
  )
  # BFFs of micro frontends run the BFF host's image with its rights, each in pods of its own.
  service_accounts = merge(
    { for name, part in local.parts : name => name },
    { for name in local.mall.microFrontends : "bff-${name}" => "bff" },
  )
  bucket_arns = { for origin, bucket in local.mall.buckets : bucket => "arn:aws:s3:::${local.name}-${origin}-${local.account_id}" }
}

module "secrets" {
  source = "../secrets"

  name        = local.name
  environment = var.environment
  parts       = local.secretive
  key_arn     = module.keys.arns["secrets"]
  protected   = var.protected

  rotation = {
    image              = var.lambda_image
    vpc_id             = module.network.vpc_id
    cidr               = module.network.cidr
    subnet_ids         = module.network.private_subnet_ids
    administrator_arns = [module.data.administrator_secret_arn, module.search.administrator_secret_arn]
    cache_user_arns    = values(module.cache.user_arns)
    log_key_arn        = module.keys.arns["logs"]
    log_days           = var.log_days

    environment = {
      DATABASE_ADDRESS       = module.data.address
      DATABASE_ADMINISTRATOR = module.data.administrator_secret_arn
      CACHE_ADDRESS          = module.cache.address
      CACHE_USERS            = "${local.name}-"
      SEARCH_ENDPOINT        = module.search.endpoint
      SEARCH_ADMINISTRATOR   = module.search.administrator_secret_arn
    }
  }
}

module "identity" {
  source = "../identity"

  name             = local.name
  cluster          = { issuer = module.cluster.issuer, oidc_provider_arn = module.cluster.oidc_provider_arn }
  service_accounts = { for account in keys(local.service_accounts) : account => account }
  controllers      = local.controllers
  keys             = { secrets = module.keys.arns["secrets"], messages = module.messaging.key_arn }

  # A BFF's own secrets are those of its key; Redis knows it as the part.
  parts = { for account, name in local.service_accounts : account => {
    topics  = local.parts[name].publishes == null ? [] : [module.messaging.topic_arns[local.parts[name].publishes]]
    buses   = local.parts[name].eventBus ? [module.messaging.bus.arn] : []
    queues  = local.parts[name].queue == null ? [] : [module.messaging.queue_arns[name]]
    reads   = [for object in local.parts[name].objects.reads : "${local.bucket_arns[split("/", object)[0]]}${trimprefix(object, split("/", object)[0])}"]
    writes  = [for object in local.parts[name].objects.writes : "${local.bucket_arns[split("/", object)[0]]}${trimprefix(object, split("/", object)[0])}"]
    lists   = distinct([for object in local.parts[name].objects.reads : local.bucket_arns[split("/", object)[0]]])
    secrets = [for secret in distinct([account, name]) : module.secrets.arns[secret] if contains(keys(local.secretive), secret)]
    signs   = contains(local.parts[name].secrets, "RELEASE_DESK_KEY") ? [module.keys.release_key_arns["desk"]] : []
  } }
}

module "teams" {
  source = "../teams"

  name                  = local.name
  environment           = var.environment
  account_id            = local.account_id
  teams                 = { for name in local.mall.microFrontends : name => lookup(var.team_repositories, name, var.platform_repository) }
  platform_repository   = var.platform_repository
  release_bucket_arn    = local.bucket_arns[local.mall.buckets.releases]
  release_key_arns      = module.keys.release_key_arns
  image_repository_arns = values(module.registry.arns)
  image_signing_key_arn = module.keys.image_signing_key_arn
}

module "pipeline" {
  source = "../pipeline"

  name                  = local.name
  account_id            = local.account_id
  registry              = "${local.account_id}.dkr.ecr.${var.region}.amazonaws.com"
  image_repository_arns = values(module.registry.arns)
  image_signing_key_arn = module.keys.image_signing_key_arn
  keys                  = { images = module.keys.arns["images"], logs = module.keys.arns["logs"] }
  protected             = var.protected
  log_days              = var.log_days
}

module "ml" {
  source = "../ml"

  name       = local.name
  account_id = local.account_id
  region     = var.region
  lake       = module.stream.lake
  images     = ["arn:aws:ecr:${var.region}:${local.images_account_id}:repository/mallhive/evaluation"]
  network    = { vpc_id = module.network.vpc_id, subnet_ids = module.network.private_subnet_ids }
  protected  = var.protected

  pipeline_definition = file("${path.module}/../../ranking-pipeline.json")
}

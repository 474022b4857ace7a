locals {
  name = "mallhive-${var.environment}"
  # Generated from infra/mall.ts, infra/edge/routes.json and the services' handlers.
  mall  = jsondecode(file("${path.module}/../../mall.json"))
  parts = local.mall.parts
}

module "network" {
  source = "../network"

  name        = local.name
  cidr        = var.cidr
  zones       = [for letter in ["a", "b", "c"] : "${var.region}${letter}"]
  zones_alone = var.zones_alone
  log_days    = var.log_days
}

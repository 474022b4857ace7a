module "artifacts" {
  source = "../private-bucket"

  name            = "${var.name}-artifacts-${var.account_id}"
  key_arn         = var.keys.images
  kept_days       = { "" = 30 }
  superseded_days = 7
  protected       = var.protected
}

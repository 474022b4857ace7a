# Where Loki keeps lines. It deletes them itself after thirty days; what it forgets goes a little later.
module "lines" {
  source = "../private-bucket"

  name            = "${var.name}-lines-${var.account_id}"
  kept_days       = { "" = 40 }
  superseded_days = 7
  protected       = var.protected
}

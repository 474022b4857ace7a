locals {
  account = "arn:aws:iam::${var.account_id}:root"
  # Events name accounts: raw ones are forgotten after 13 months, what queries wrote after 30 days.
  kept_days = { "events/" = 395, "raw/" = 395, "failed/" = 90, "athena/" = 30 }
}

resource "aws_kms_key" "lake" {
  description             = "${var.name}: stream, lake and warehouse"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "lake" {
  name          = "alias/${var.name}-lake"
  target_key_id = aws_kms_key.lake.key_id
}

resource "aws_kinesis_stream" "events" {
  name             = "${var.name}-events"
  retention_period = 168
  encryption_type  = "KMS"
  kms_key_id       = aws_kms_key.lake.arn

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

module "lake" {
  source = "../private-bucket"

  name            = "${var.name}-lake-${var.account_id}"
  key_arn         = aws_kms_key.lake.arn
  kept_days       = local.kept_days
  superseded_days = 7
  protected       = var.protected
}

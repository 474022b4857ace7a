# What every resource looked like (Config). It writes to no bucket whose objects are locked by default, so these have one of their own.
module "configuration" {
  source = "../private-bucket"

  name            = "${var.name}-configuration-${var.account_id}"
  kept_days       = { "" = 730 }
  superseded_days = 365
  protected       = var.protected

  statements = [
    {
      Sid       = "Look"
      Effect    = "Allow"
      Principal = { Service = "config.amazonaws.com" }
      Action    = ["s3:GetBucketAcl", "s3:ListBucket"]
      Resource  = "arn:aws:s3:::${var.name}-configuration-${var.account_id}"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    },
    {
      Sid       = "Write"
      Effect    = "Allow"
      Principal = { Service = "config.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::${var.name}-configuration-${var.account_id}/AWSLogs/${var.account_id}/*"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id, "s3:x-amz-acl" = "bucket-owner-full-control" } }
    },
  ]
}

# Made by AWS when Config asks for it; it reads every resource's settings.
resource "aws_iam_service_linked_role" "config" {
  aws_service_name = "config.amazonaws.com"
}

resource "aws_config_configuration_recorder" "this" {
  name     = var.name
  role_arn = aws_iam_service_linked_role.config.arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_delivery_channel" "this" {
  name           = var.name
  s3_bucket_name = module.configuration.name
  depends_on     = [aws_config_configuration_recorder.this, module.configuration]
}

resource "aws_config_configuration_recorder_status" "this" {
  name       = aws_config_configuration_recorder.this.name
  is_enabled = true
  depends_on = [aws_config_delivery_channel.this]
}

# What somebody changes by hand against the rules of the plan is seen too.
resource "aws_config_config_rule" "this" {
  for_each = toset([
    "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED",
    "ECR_PRIVATE_IMAGE_SCANNING_ENABLED",
    "EKS_SECRETS_ENCRYPTED",
    "IAM_USER_MFA_ENABLED",
    "IAM_USER_NO_POLICIES_CHECK",
    "INCOMING_SSH_DISABLED",
    "RDS_INSTANCE_PUBLIC_ACCESS_CHECK",
    "RDS_STORAGE_ENCRYPTED",
    "ROOT_ACCOUNT_MFA_ENABLED",
    "S3_BUCKET_PUBLIC_READ_PROHIBITED",
    "S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
    "S3_BUCKET_SSL_REQUESTS_ONLY",
  ])

  name = lower(replace(each.key, "_", "-"))

  source {
    owner             = "AWS"
    source_identifier = each.key
  }

  depends_on = [aws_config_configuration_recorder.this]
}

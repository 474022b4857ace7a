# Who did what (CloudTrail), in a bucket that nobody may change.
module "records" {
  source = "../private-bucket"

  name            = "${var.name}-records-${var.account_id}"
  kept_days       = { "" = 730 }
  superseded_days = 30
  locked_days     = var.protected ? 365 : null
  protected       = var.protected

  statements = [
    {
      Sid       = "Look"
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:GetBucketAcl"
      Resource  = "arn:aws:s3:::${var.name}-records-${var.account_id}"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    },
    {
      Sid       = "Write"
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::${var.name}-records-${var.account_id}/AWSLogs/${var.account_id}/*"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id, "s3:x-amz-acl" = "bucket-owner-full-control" } }
    },
  ]
}

resource "aws_cloudtrail" "this" {
  name                          = var.name
  s3_bucket_name                = module.records.name
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  depends_on                    = [module.records]
}

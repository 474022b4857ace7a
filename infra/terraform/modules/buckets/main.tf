locals {
  # The name of a bucket is unique in the world, that of infra/mall.ts in the mall.
  names = merge(
    { for origin, _ in var.buckets : origin => "${var.name}-${origin}-${var.account_id}" },
    { "access-logs" = "${var.name}-access-logs-${var.account_id}" },
  )
}

resource "aws_s3_bucket" "this" {
  for_each = local.names

  bucket              = each.value
  force_destroy       = !var.protected
  object_lock_enabled = var.protected && each.key == "releases"
}

resource "aws_s3_bucket_public_access_block" "this" {
  for_each = aws_s3_bucket.this

  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# Load balancers write logs only to buckets with keys of S3.
resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  versioning_configuration {
    status = "Enabled"
  }
}

# A pointer is replaced, a file of a release never is: no version of either disappears within a month.
resource "aws_s3_bucket_object_lock_configuration" "releases" {
  count = var.protected ? 1 : 0

  bucket = aws_s3_bucket.this["releases"].id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  rule {
    id     = "superseded-versions"
    status = "Enabled"
    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 60
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  dynamic "rule" {
    for_each = each.key == "access-logs" ? [1] : []

    content {
      id     = "old-logs"
      status = "Enabled"
      filter {}

      expiration {
        days = 90
      }
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket_logging" "this" {
  for_each = var.buckets

  bucket        = aws_s3_bucket.this[each.key].id
  target_bucket = aws_s3_bucket.this["access-logs"].id
  target_prefix = "s3/${each.key}/"
  depends_on    = [aws_s3_bucket_policy.logs]
}

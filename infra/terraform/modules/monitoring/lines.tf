# Where Loki keeps lines. It deletes them itself after thirty days; what it forgets goes a little later.
resource "aws_s3_bucket" "lines" {
  bucket        = "${var.name}-lines-${var.account_id}"
  force_destroy = !var.protected
}

resource "aws_s3_bucket_public_access_block" "lines" {
  bucket                  = aws_s3_bucket.lines.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "lines" {
  bucket = aws_s3_bucket.lines.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "lines" {
  bucket = aws_s3_bucket.lines.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "lines" {
  bucket = aws_s3_bucket.lines.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "lines" {
  bucket = aws_s3_bucket.lines.id

  rule {
    id     = "old-lines"
    status = "Enabled"
    filter {}

    expiration {
      days = 40
    }

    noncurrent_version_expiration {
      noncurrent_days = 7
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  depends_on = [aws_s3_bucket_versioning.lines]
}

resource "aws_s3_bucket_policy" "lines" {
  bucket = aws_s3_bucket.lines.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OnlyTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.lines.arn, "${aws_s3_bucket.lines.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  depends_on = [aws_s3_bucket_public_access_block.lines]
}

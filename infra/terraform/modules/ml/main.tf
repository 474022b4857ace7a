# Candidates wait here for approval: the evaluation gate registers only what beats the baseline.
resource "aws_sagemaker_model_package_group" "ranking" {
  model_package_group_name        = "${var.name}-ranking"
  model_package_group_description = "Weights of search's ranking, one package for each evaluated candidate."
}

locals {
  definition = jsondecode(var.pipeline_definition)
  # What the definition asks this account for. Images are given with each execution.
  defaults = {
    Bucket            = aws_s3_bucket.models.bucket
    KeyArn            = var.lake.key_arn
    ModelPackageGroup = aws_sagemaker_model_package_group.ranking.model_package_group_name
    RoleArn           = aws_iam_role.jobs.arn
  }
  parameters = [
    for it in local.definition.Parameters :
    merge(it, { for name, value in local.defaults : "DefaultValue" => value if name == it.Name })
  ]
}

resource "aws_sagemaker_pipeline" "ranking" {
  pipeline_name         = "${var.name}-ranking"
  pipeline_display_name = "${var.name}-ranking"
  pipeline_description  = "Evaluates a candidate against the baseline and registers what passes"
  role_arn              = aws_iam_role.jobs.arn
  pipeline_definition   = jsonencode(merge(local.definition, { Parameters = local.parameters }))
}

resource "aws_security_group" "jobs" {
  name        = "${var.name}-ml-jobs"
  description = "Training and evaluation: out to endpoints of AWS, nothing in"
  vpc_id      = var.network.vpc_id
}

resource "aws_s3_bucket" "models" {
  bucket        = "${var.name}-models-${var.account_id}"
  force_destroy = !var.protected
}

resource "aws_s3_bucket_public_access_block" "models" {
  bucket                  = aws_s3_bucket.models.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "models" {
  bucket = aws_s3_bucket.models.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "models" {
  bucket = aws_s3_bucket.models.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.lake.key_arn
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "models" {
  bucket = aws_s3_bucket.models.id

  rule {
    id     = "candidates"
    status = "Enabled"

    filter {
      prefix = "candidates/"
    }

    expiration {
      days = 180
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }

  depends_on = [aws_s3_bucket_versioning.models]
}

resource "aws_s3_bucket_policy" "models" {
  bucket = aws_s3_bucket.models.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OnlyEncrypted"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.models.arn, "${aws_s3_bucket.models.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

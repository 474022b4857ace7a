mock_provider "aws" {
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::models" }
  }
}

variables {
  name            = "models"
  kept_days       = { "candidates/" = 180 }
  superseded_days = 30
  protected       = true
}

run "nothing_is_public_and_nothing_is_read_without_tls" {
  assert {
    condition     = aws_s3_bucket_public_access_block.this.block_public_policy && aws_s3_bucket_public_access_block.this.block_public_acls && aws_s3_bucket_public_access_block.this.ignore_public_acls && aws_s3_bucket_public_access_block.this.restrict_public_buckets
    error_message = "It is private."
  }
  assert {
    condition     = [for it in jsondecode(aws_s3_bucket_policy.this.policy).Statement : it.Sid if it.Effect == "Deny"] == ["OnlyEncrypted"]
    error_message = "TLS only."
  }
}

run "without_a_key_s3_encrypts" {
  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
    error_message = "Nothing lies in the clear."
  }
}

run "with_a_key_objects_are_under_it" {
  variables { key_arn = "arn:aws:kms:eu-central-1:123456789012:key/lake" }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default).kms_master_key_id == var.key_arn
    error_message = "The key decides who reads."
  }
}

run "objects_and_superseded_versions_are_forgotten" {
  assert {
    condition = (
      [for it in aws_s3_bucket_lifecycle_configuration.this.rule : one(it.filter).prefix if it.id == "candidates"] == ["candidates/"] &&
      [for it in aws_s3_bucket_lifecycle_configuration.this.rule : one(it.noncurrent_version_expiration).noncurrent_days if it.id == "superseded-versions"] == [30] &&
      aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    )
    error_message = "Each prefix for its time; a version that was replaced can be fetched for a while."
  }
}

run "production_keeps_what_it_holds" {
  assert {
    condition     = !aws_s3_bucket.this.force_destroy && aws_s3_bucket.this.object_lock_enabled == false && output.locked_days == null
    error_message = "A bucket with objects is not destroyed."
  }
}

run "where_nothing_is_protected_destroying_takes_the_objects_too" {
  variables { protected = false }

  assert {
    condition     = aws_s3_bucket.this.force_destroy
    error_message = "An account for trying can be emptied."
  }
}

run "a_locked_object_stays" {
  variables { locked_days = 365 }

  assert {
    condition     = aws_s3_bucket.this.object_lock_enabled && output.locked_days == 365 && one(aws_s3_bucket_object_lock_configuration.this).rule[0].default_retention[0].mode == "COMPLIANCE"
    error_message = "Nobody shortens it."
  }
}

run "others_write_what_a_statement_lets_them" {
  variables {
    statements = [{
      Sid       = "Write"
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::models/AWSLogs/*"
      Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
    }]
  }

  assert {
    condition     = [for it in jsondecode(aws_s3_bucket_policy.this.policy).Statement : it.Sid] == ["Write", "OnlyEncrypted"]
    error_message = "Beside the refusal of plain HTTP."
  }
}

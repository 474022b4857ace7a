mock_provider "aws" {
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::bucket" }
  }
}

variables {
  name              = "mallhive-production"
  account_id        = "123456789012"
  buckets           = { releases = "mallhive-releases", media = "mallhive-media" }
  distribution_arns = ["arn:aws:cloudfront::123456789012:distribution/MALL", "arn:aws:cloudfront::123456789012:distribution/PREVIEWS"]
  protected         = true
}

run "nobody_but_the_edge_reads_and_only_public_files" {
  assert {
    condition = alltrue([
      for it in [for s in jsondecode(aws_s3_bucket_policy.this["releases"].policy).Statement : s if s.Effect == "Allow"] :
      it.Principal.Service == "cloudfront.amazonaws.com" && it.Action == "s3:GetObject" &&
      jsonencode(it.Condition.StringEquals["AWS:SourceArn"]) == jsonencode(var.distribution_arns) &&
      alltrue([for resource in it.Resource : startswith(resource, "arn:aws:s3:::bucket/mfe/*/")])
    ])
    error_message = "Releases are read by our distributions, as infra/buckets says."
  }
  assert {
    condition     = alltrue([for it in aws_s3_bucket_public_access_block.this : it.block_public_policy && it.block_public_acls && it.ignore_public_acls && it.restrict_public_buckets])
    error_message = "No bucket is public."
  }
  assert {
    condition     = alltrue([for it in concat(values(aws_s3_bucket_policy.this), [aws_s3_bucket_policy.logs]) : contains([for s in jsondecode(it.policy).Statement : s.Sid], "OnlyEncrypted")])
    error_message = "Plain HTTP is refused."
  }
}

run "a_release_of_production_cannot_be_deleted_for_a_month" {
  assert {
    condition     = aws_s3_bucket.this["releases"].object_lock_enabled && one(aws_s3_bucket_object_lock_configuration.releases).rule[0].default_retention[0].days == 30
    error_message = "Object lock keeps releases."
  }
  assert {
    condition     = alltrue([for it in aws_s3_bucket.this : !it.force_destroy])
    error_message = "A bucket with objects is not destroyed."
  }
  assert {
    condition     = alltrue([for it in aws_s3_bucket_versioning.this : it.versioning_configuration[0].status == "Enabled"])
    error_message = "What is overwritten comes back."
  }
}

run "an_account_for_trying_can_be_emptied" {
  variables { protected = false }

  assert {
    condition     = length(aws_s3_bucket_object_lock_configuration.releases) == 0 && alltrue([for it in aws_s3_bucket.this : it.force_destroy])
    error_message = "Where nothing is protected, destroy leaves nothing."
  }
}

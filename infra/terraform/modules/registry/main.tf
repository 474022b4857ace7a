resource "aws_ecr_repository" "this" {
  for_each = var.repositories

  name = "mallhive/${each.key}"
  # An image's attestations have one tag, which moves with each of them.
  image_tag_mutability = each.key == "attestations" ? "MUTABLE" : "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = var.key_arn
  }
}

resource "aws_ecr_repository_policy" "this" {
  for_each = length(var.pulling_account_ids) > 0 ? aws_ecr_repository.this : {}

  repository = each.value.name
  policy     = data.aws_iam_policy_document.this.json
}

data "aws_iam_policy_document" "this" {
  statement {
    sid     = "OtherEnvironmentsPull"
    actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]

    principals {
      type        = "AWS"
      identifiers = [for account in var.pulling_account_ids : "arn:aws:iam::${account}:root"]
    }
  }
}

# Scanned again whenever a weakness becomes known.
resource "aws_ecr_registry_scanning_configuration" "this" {
  scan_type = "ENHANCED"

  rule {
    scan_frequency = "CONTINUOUS_SCAN"

    repository_filter {
      filter      = "mallhive/*"
      filter_type = "WILDCARD"
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  for_each = aws_ecr_repository.this

  repository = each.value.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Untagged images"
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "Each image has up to four tags: its own, signature, bill of materials, provenance"
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 400 }
        action       = { type = "expire" }
      },
    ]
  })
}

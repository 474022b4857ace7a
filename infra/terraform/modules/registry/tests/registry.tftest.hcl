mock_provider "aws" {
  source = "../../mocks"
}

variables {
  repositories = ["attestations", "service", "shell"]
  key_arn      = "arn:aws:kms:eu-central-1:123456789012:key/images"

  pulling_account_ids = ["111111111111"]
}

run "a_tag_never_comes_to_mean_another_image" {
  assert {
    condition     = [for name, it in aws_ecr_repository.this : name if it.image_tag_mutability != "IMMUTABLE"] == ["attestations"]
    error_message = "Tags cannot be moved."
  }
}

run "images_are_scanned_when_pushed_and_ever_after" {
  assert {
    condition     = alltrue([for it in aws_ecr_repository.this : it.image_scanning_configuration[0].scan_on_push])
    error_message = "A push is scanned."
  }

  assert {
    condition     = [for it in aws_ecr_registry_scanning_configuration.this.rule : it.scan_frequency] == ["CONTINUOUS_SCAN"]
    error_message = "An image is scanned again when a weakness becomes known."
  }
}

run "images_are_encrypted_and_do_not_pile_up" {
  assert {
    condition     = alltrue([for it in aws_ecr_repository.this : it.encryption_configuration[0].kms_key == var.key_arn])
    error_message = "Layers use the key of images."
  }

  assert {
    condition     = keys(aws_ecr_lifecycle_policy.this) == ["attestations", "service", "shell"]
    error_message = "Every repository forgets old images."
  }
}

run "other_environments_pull_and_nothing_else" {
  assert {
    condition = alltrue([for it in data.aws_iam_policy_document.this.statement :
      length(setintersection(it.actions, ["ecr:PutImage", "ecr:BatchDeleteImage"])) == 0
      && one(it.principals).identifiers == toset(["arn:aws:iam::111111111111:root"])
    ])
    error_message = "Images come from the pipeline only."
  }
}

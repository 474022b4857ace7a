mock_provider "aws" {
  source = "../../mocks"

  mock_resource "aws_cloudformation_stack" {
    defaults = { outputs = { KeyCart = "arn:aws:kms:eu-central-1:123456789012:key/cart", KeyDesk = "arn:aws:kms:eu-central-1:123456789012:key/desk" } }
  }
}

variables {
  name       = "mallhive-dev"
  region     = "eu-central-1"
  account_id = "123456789012"
  signers    = ["cart", "desk"]

  verifying_account_ids = ["111111111111"]
}

run "keys_that_encrypt_rotate_and_are_deleted_only_after_a_month" {
  assert {
    condition = alltrue([for key in aws_kms_key.purpose :
      key.enable_key_rotation && key.deletion_window_in_days == 30
    ])
    error_message = "Keys rotate, and their deletion can be called off for 30 days."
  }
}

run "only_cloudwatch_logs_of_this_account_uses_a_key_by_itself" {
  assert {
    condition = alltrue([for purpose, policy in data.aws_iam_policy_document.purpose :
      length(policy.statement) == (purpose == "logs" ? 2 : 1)
    ])
    error_message = "A key is for roles of this account; that of logs also for CloudWatch Logs."
  }

  assert {
    condition = alltrue([for statement in flatten(values(data.aws_iam_policy_document.purpose)[*].statement) :
      statement.sid == "AccountGrantsByIam"
      ? [for it in statement.principals : it.identifiers] == [toset(["arn:aws:iam::123456789012:root"])]
      : [for it in statement.condition : it.values] == [tolist(["arn:aws:logs:eu-central-1:123456789012:*"])]
    ])
    error_message = "No other account uses a key."
  }
}

run "each_signer_has_an_ed25519_key_that_outlives_the_stack" {
  assert {
    condition = alltrue([for id in ["KeyCart", "KeyDesk"] :
      jsondecode(aws_cloudformation_stack.release_keys.template_body).Resources[id].Properties.KeySpec == "ECC_NIST_EDWARDS25519"
      && jsondecode(aws_cloudformation_stack.release_keys.template_body).Resources[id].DeletionPolicy == "Retain"
    ])
    error_message = "Releases are signed with Ed25519."
  }

  assert {
    condition     = output.release_key_arns["cart"] != output.release_key_arns["desk"]
    error_message = "Each signer has a key of its own."
  }
}

run "images_are_signed_with_a_key_that_never_leaves_kms" {
  assert {
    condition     = aws_kms_key.image.key_usage == "SIGN_VERIFY" && aws_kms_key.image.customer_master_key_spec == "ECC_NIST_P256"
    error_message = "cosign signs with P-256."
  }

  assert {
    condition = [for it in data.aws_iam_policy_document.image.statement : it.actions if it.sid == "OthersVerify"] == [
      toset(["kms:DescribeKey", "kms:GetPublicKey"]),
    ]
    error_message = "Other accounts verify with it and do not sign."
  }
}

# Signs container images (cosign).
resource "aws_kms_key" "image" {
  description              = "${var.name} signs images"
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
  deletion_window_in_days  = 30
  policy                   = data.aws_iam_policy_document.image.json
}

data "aws_iam_policy_document" "image" {
  statement {
    sid       = "AccountGrantsByIam"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account_id}:root"]
    }
  }

  dynamic "statement" {
    for_each = length(var.verifying_account_ids) > 0 ? [var.verifying_account_ids] : []

    content {
      sid       = "OthersVerify"
      actions   = ["kms:GetPublicKey", "kms:DescribeKey"]
      resources = ["*"]

      principals {
        type        = "AWS"
        identifiers = [for account in statement.value : "arn:aws:iam::${account}:root"]
      }
    }
  }
}

resource "aws_kms_alias" "image" {
  name          = "alias/${var.name}-images-signing"
  target_key_id = aws_kms_key.image.key_id
}

# Ed25519 keys, which sign releases. The provider's aws_kms_key does not know the kind, CloudFormation does.
resource "aws_cloudformation_stack" "release_keys" {
  name = "${var.name}-release-keys"

  template_body = jsonencode({
    AWSTemplateFormatVersion = "2010-09-09"
    Resources = merge([for signer in var.signers : {
      "Key${local.ids[signer]}" = {
        Type                = "AWS::KMS::Key"
        DeletionPolicy      = "Retain"
        UpdateReplacePolicy = "Retain"
        Properties = {
          Description         = "${var.name} signs as ${signer}"
          KeySpec             = "ECC_NIST_EDWARDS25519"
          KeyUsage            = "SIGN_VERIFY"
          PendingWindowInDays = 30
          KeyPolicy = {
            Version = "2012-10-17"
            Statement = [{
              Sid       = "AccountGrantsByIam"
              Effect    = "Allow"
              Principal = { AWS = "arn:aws:iam::${var.account_id}:root" }
              Action    = "kms:*"
              Resource  = "*"
            }]
          }
        }
      }
      "Alias${local.ids[signer]}" = {
        Type = "AWS::KMS::Alias"
        Properties = {
          AliasName   = "alias/${var.name}-release-${signer}"
          TargetKeyId = { Ref = "Key${local.ids[signer]}" }
        }
      }
    }]...)
    Outputs = { for signer in var.signers : "Key${local.ids[signer]}" => {
      Value = { "Fn::GetAtt" = ["Key${local.ids[signer]}", "Arn"] }
    } }
  })
}

locals {
  # Names in a template are letters and digits.
  ids = { for signer in var.signers : signer => join("", [for word in split("-", signer) : title(word)]) }
}

locals {
  purposes = toset(["cluster", "data", "images", "logs", "secrets"])
}

# A key for each purpose, so that a right to one kind of data is no right to another.
resource "aws_kms_key" "purpose" {
  for_each = local.purposes

  description             = "${var.name} ${each.key}"
  enable_key_rotation     = true
  rotation_period_in_days = 365
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.purpose[each.key].json
}

resource "aws_kms_alias" "purpose" {
  for_each = local.purposes

  name          = "alias/${var.name}-${each.key}"
  target_key_id = aws_kms_key.purpose[each.key].key_id
}

data "aws_iam_policy_document" "purpose" {
  for_each = local.purposes

  # In a key's own policy "*" is this key. Without this statement nobody could administer it.
  statement {
    sid       = "AccountGrantsByIam"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account_id}:root"]
    }
  }

  # The service encrypts log groups with it; all others ask in the name of a role.
  dynamic "statement" {
    for_each = each.key == "logs" ? ["logs.${var.region}.amazonaws.com"] : []

    content {
      sid       = "LogGroups"
      actions   = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*", "kms:DescribeKey"]
      resources = ["*"]

      principals {
        type        = "Service"
        identifiers = [statement.value]
      }

      condition {
        test     = "ArnLike"
        variable = "kms:EncryptionContext:aws:logs:arn"
        values   = ["arn:aws:logs:${var.region}:${var.account_id}:*"]
      }
    }
  }
}

# Plans pull requests, whose code runs with it: it reads the state and what plans ask AWS for, and changes nothing. Applying takes a
# person's role.
resource "aws_iam_role" "this" {
  name               = "${var.name}-planner"
  description        = "Plans pull requests"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [var.oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:${var.repository}:environment:${var.environment}-plan"]
    }
  }
}

resource "aws_iam_role_policy" "this" {
  name   = "state"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "ReadState"
    actions   = ["s3:GetObject"]
    resources = ["${var.state_bucket_arn}/mall.tfstate"]
  }

  statement {
    sid       = "FindState"
    actions   = ["s3:ListBucket"]
    resources = [var.state_bucket_arn]
  }

  # Gives random characters; AWS knows no resource for it.
  statement {
    sid       = "Random"
    actions   = ["secretsmanager:GetRandomPassword"]
    resources = ["*"]
  }

  # Which addresses CloudFront has; AWS's list is nobody's resource.
  statement {
    sid       = "Addresses"
    actions   = ["ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries"]
    resources = ["*"]
  }

  statement {
    sid       = "DecryptState"
    actions   = ["kms:Decrypt"]
    resources = [var.state_key_arn]
  }
}

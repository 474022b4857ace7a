# The platform's pipeline: it pushes images and signs them. What runs in the cluster changes by Git, not by this role.
resource "aws_iam_role" "images" {
  name               = "${var.name}-images"
  description        = "Builds, pushes and signs images"
  assume_role_policy = data.aws_iam_policy_document.images_trust.json
}

data "aws_iam_policy_document" "images_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.github]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:${var.platform_repository}:environment:${var.environment}"]
    }
  }
}

resource "aws_iam_role_policy" "images" {
  name   = "push"
  role   = aws_iam_role.images.id
  policy = data.aws_iam_policy_document.images.json
}

data "aws_iam_policy_document" "images" {
  # Gives a token for the registry; AWS knows no resource for it.
  statement {
    sid       = "SignIn"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid = "Push"
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:DescribeImages",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]
    resources = var.image_repository_arns
  }

  statement {
    sid       = "SignImages"
    actions   = ["kms:Sign", "kms:GetPublicKey", "kms:DescribeKey"]
    resources = [var.image_signing_key_arn]
  }
}

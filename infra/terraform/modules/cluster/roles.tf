locals {
  services = { control_plane = "eks", node = "ec2", fargate = "eks-fargate-pods" }
  policies = {
    control_plane = ["AmazonEKSClusterPolicy"]
    node          = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"]
    fargate       = ["AmazonEKSFargatePodExecutionRolePolicy"]
  }
}

data "aws_iam_policy_document" "trust" {
  for_each = local.services

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["${each.value}.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "control_plane" {
  name               = "${var.name}-control-plane"
  assume_role_policy = data.aws_iam_policy_document.trust["control_plane"].json
}

resource "aws_iam_role" "node" {
  name               = "${var.name}-node"
  assume_role_policy = data.aws_iam_policy_document.trust["node"].json
}

resource "aws_iam_role" "fargate" {
  name               = "${var.name}-fargate"
  assume_role_policy = data.aws_iam_policy_document.trust["fargate"].json
}

resource "aws_iam_role_policy_attachment" "control_plane" {
  for_each = toset(local.policies.control_plane)

  role       = aws_iam_role.control_plane.name
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset(local.policies.node)

  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy_attachment" "fargate" {
  for_each = toset(local.policies.fargate)

  role       = aws_iam_role.fargate.name
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}

# Add-ons have roles of their own, so that nodes need no right to change networks or disks.
locals {
  addons = {
    vpc-cni            = { name = "cni", account = "aws-node", policy = "AmazonEKS_CNI_Policy" }
    aws-ebs-csi-driver = { name = "ebs-csi", account = "ebs-csi-controller-sa", policy = "service-role/AmazonEBSCSIDriverPolicy" }
  }
}

resource "aws_iam_role" "addon" {
  for_each = local.addons

  name               = "${var.name}-${each.value.name}"
  assume_role_policy = data.aws_iam_policy_document.addon_trust[each.key].json
}

data "aws_iam_policy_document" "addon_trust" {
  for_each = local.addons

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.this.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = ["system:serviceaccount:kube-system:${each.value.account}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

locals {
  issuer = trimprefix(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://")
}

resource "aws_iam_role_policy_attachment" "addon" {
  for_each = local.addons

  role       = aws_iam_role.addon[each.key].name
  policy_arn = "arn:aws:iam::aws:policy/${each.value.policy}"
}

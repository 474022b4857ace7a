locals {
  people = merge(
    { for name, role in var.administrators : name => {
      role = role, policy = "AmazonEKSClusterAdminPolicy", scope = "cluster"
    } },
    { for name, role in var.readers : name => { role = role, policy = "AmazonEKSViewPolicy", scope = "namespace" } },
  )
}

resource "aws_eks_access_entry" "people" {
  for_each = local.people

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = each.value.role
  # infra/policies/rights says what mallhive:developers and mallhive:on-call may besides.
  kubernetes_groups = ["mallhive:${each.key}"]
}

resource "aws_eks_access_policy_association" "people" {
  for_each = local.people

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_eks_access_entry.people[each.key].principal_arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/${each.value.policy}"

  access_scope {
    type       = each.value.scope
    namespaces = each.value.scope == "namespace" ? ["mallhive"] : null
  }
}

# Nodes that Karpenter starts. Those of the node group and Fargate get their entries from EKS.
resource "aws_eks_access_entry" "nodes" {
  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_iam_role.node.arn
  type          = "EC2_LINUX"
}

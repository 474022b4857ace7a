mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name       = "mallhive-production"
  region     = "eu-central-1"
  account_id = "123456789012"
  cluster = {
    name              = "mallhive-production"
    issuer            = "oidc.example/id/1"
    oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/oidc.example/id/1"
    node_role_arn     = "arn:aws:iam::123456789012:role/node"
    node_role_name    = "node"
  }
}

run "karpenter_ends_only_nodes_of_this_cluster" {
  assert {
    condition = [for it in data.aws_iam_policy_document.this.statement : [for rule in it.condition : "${rule.variable}=${join(",", rule.values)}"] if it.sid == "EndOwn"] == [
      ["aws:ResourceTag/kubernetes.io/cluster/mallhive-production=owned"],
    ]
    error_message = "An instance without the cluster's tag is not Karpenter's."
  }
}

run "karpenter_gives_nodes_no_other_role_than_theirs" {
  assert {
    condition     = [for it in data.aws_iam_policy_document.this.statement : it.resources if contains(it.actions, "iam:PassRole")] == [toset([var.cluster.node_role_arn])]
    error_message = "A node with another role would be a way to more rights."
  }
}

run "what_names_no_resource_reads_only" {
  assert {
    condition = alltrue(flatten([for it in data.aws_iam_policy_document.this.statement : [for action in it.actions :
      startswith(action, "ec2:Describe") || startswith(action, "iam:List") || startswith(action, "pricing:Get")
    ] if contains(it.resources, "*")]))
    error_message = "Rights over everything are rights to look."
  }
}

run "an_announced_interruption_reaches_the_queue" {
  assert {
    condition     = length(aws_cloudwatch_event_target.interruption) == 4 && alltrue([for it in aws_cloudwatch_event_target.interruption : it.arn == aws_sqs_queue.interruptions.arn])
    error_message = "Every announcement of AWS goes to Karpenter."
  }
}

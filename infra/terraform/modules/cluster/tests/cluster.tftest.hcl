mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name               = "mallhive-dev"
  vpc_id             = "vpc-1"
  private_subnet_ids = ["subnet-a", "subnet-b", "subnet-c"]
  nodes              = { class = "t3.large", min = 2, max = 4 }
  key_arn            = "arn:aws:kms:eu-central-1:123456789012:key/cluster"
  log_key_arn        = "arn:aws:kms:eu-central-1:123456789012:key/logs"
  log_days           = 7
  administrators     = { platform = "arn:aws:iam::123456789012:role/platform" }
  readers            = { on-call = "arn:aws:iam::123456789012:role/on-call" }
}

run "the_api_is_private_unless_networks_are_named" {
  assert {
    condition     = !aws_eks_cluster.this.vpc_config[0].endpoint_public_access && aws_eks_cluster.this.vpc_config[0].endpoint_private_access
    error_message = "Nobody reaches the API from the internet."
  }
}

run "named_networks_only_reach_the_api" {
  variables {
    admin_cidrs = ["192.0.2.0/24"]
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].public_access_cidrs == toset(["192.0.2.0/24"])
    error_message = "The API is open to named networks only."
  }
}

run "whoever_made_the_cluster_has_no_rights_in_it" {
  assert {
    condition     = !aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions && aws_eks_cluster.this.access_config[0].authentication_mode == "API"
    error_message = "Access entries are the one list of who may do what."
  }
}

run "readers_read_the_malls_namespace_and_nothing_else" {
  assert {
    condition = (
      endswith(aws_eks_access_policy_association.people["on-call"].policy_arn, "/AmazonEKSViewPolicy")
      && aws_eks_access_policy_association.people["on-call"].access_scope[0].namespaces == toset(["mallhive"])
    )
    error_message = "On-call may look at the mall."
  }

  assert {
    condition     = endswith(aws_eks_access_policy_association.people["platform"].policy_arn, "/AmazonEKSClusterAdminPolicy")
    error_message = "Administrators administer."
  }
}

run "secrets_of_kubernetes_are_encrypted_and_every_log_is_kept" {
  assert {
    condition     = aws_eks_cluster.this.encryption_config[0].provider[0].key_arn == var.key_arn
    error_message = "Secrets are encrypted with the cluster's key."
  }

  assert {
    condition     = length(aws_eks_cluster.this.enabled_cluster_log_types) == 5 && aws_cloudwatch_log_group.control_plane.retention_in_days == 7
    error_message = "The audit log is kept, for as long as was asked."
  }
}

run "pods_cannot_take_the_role_of_their_node" {
  assert {
    condition     = aws_launch_template.node.metadata_options[0].http_tokens == "required" && aws_launch_template.node.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "A node's metadata answers the node only."
  }

  assert {
    condition     = !contains([for it in aws_iam_role_policy_attachment.node : it.policy_arn], "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy")
    error_message = "The network plugin has a role of its own."
  }
}

run "disks_of_nodes_are_encrypted" {
  assert {
    condition     = alltrue([for it in aws_launch_template.node.block_device_mappings : it.ebs[0].encrypted == "true"])
    error_message = "Images and logs on nodes are encrypted."
  }
}

run "network_policies_are_enforced" {
  assert {
    condition     = jsondecode(aws_eks_addon.network.configuration_values).enableNetworkPolicy == "true"
    error_message = "Without it the mall's network policies have no effect."
  }
}

run "claims_for_disks_are_met" {
  assert {
    condition = (
      jsondecode(aws_eks_addon.this["aws-ebs-csi-driver"].configuration_values).defaultStorageClass.enabled
      && aws_eks_addon.this["aws-ebs-csi-driver"].service_account_role_arn == aws_iam_role.addon["aws-ebs-csi-driver"].arn
    )
    error_message = "Disks are made for claims that name no class."
  }
}

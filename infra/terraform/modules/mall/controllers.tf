locals {
  # All environments run the images of production, which its key signs.
  images_account_id = local.mall.environments.production.account

  # Controllers of the cluster that ask AWS for something. External Secrets asks in the name of each part.
  controllers = {
    keda = {
      namespace = "keda"
      account   = "keda-operator"
      statements = {
        QueueAge = { actions = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"], resources = values(module.messaging.queue_arns) }
      }
    }
    kyverno = {
      namespace = "kyverno"
      account   = "kyverno-admission-controller"
      statements = {
        SignIn = { actions = ["ecr:GetAuthorizationToken"], resources = ["*"] }
        ReadSignatures = {
          actions   = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
          resources = ["arn:aws:ecr:${var.region}:${local.images_account_id}:repository/mallhive/*"]
        }
        VerifySignatures = {
          actions   = ["kms:GetPublicKey", "kms:DescribeKey"]
          resources = ["arn:aws:kms:${var.region}:${local.images_account_id}:key/*"]
          equals    = { "kms:RequestAlias" = "alias/mallhive-production-images-signing" }
        }
      }
    }
    fluent-bit = {
      namespace = "observability"
      account   = "fluent-bit"
      statements = {
        WriteLogs = {
          actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
          resources = ["arn:aws:logs:${var.region}:${local.account_id}:log-group:/${local.name}/*"]
        }
      }
    }
    load-balancer = {
      namespace = "kube-system"
      account   = "aws-load-balancer-controller"
      statements = {
        Describe = {
          actions = [
            "ec2:DescribeAvailabilityZones", "ec2:DescribeInstances", "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs",
            "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth",
          ]
          resources = ["*"]
        }
        BindPods = {
          actions   = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"]
          resources = values(module.edge.target_group_arns)
        }
      }
    }
  }
}

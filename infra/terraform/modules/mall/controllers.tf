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
    alertmanager = {
      namespace = "observability"
      account   = "alertmanager"
      statements = {
        Tell    = { actions = ["sns:Publish"], resources = module.monitoring.receivers.topic_arns }
        Encrypt = { actions = ["kms:Decrypt", "kms:GenerateDataKey"], resources = [module.monitoring.receivers.key_arn] }
      }
    }
    collector = {
      namespace = "observability"
      account   = "collector"
      statements = {
        SendTraces = { actions = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], resources = ["*"] }
      }
    }
    loki = {
      namespace = "observability"
      account   = "loki"
      statements = {
        FindLines = { actions = ["s3:ListBucket"], resources = [module.monitoring.line_bucket_arn] }
        KeepLines = { actions = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], resources = ["${module.monitoring.line_bucket_arn}/*"] }
      }
    }
    fluent-bit = {
      namespace = "logging"
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

mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name        = "mallhive-production"
  cluster     = { issuer = "oidc.example/id/1", oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/oidc.example/id/1" }
  controllers = {}
  keys        = { secrets = "arn:aws:kms:eu-central-1:123456789012:key/secrets", messages = "arn:aws:kms:eu-central-1:123456789012:key/messages" }
  workloads = {
    orders = {
      topics  = ["arn:topic/orders"]
      buses   = ["arn:bus"]
      queues  = ["arn:queue/orders"]
      dead    = ["arn:queue/orders-dlq"]
      reads   = []
      writes  = []
      lists   = []
      secrets = ["arn:secret/orders"]
      signs   = []
    }
    bff-cart = {
      topics  = []
      buses   = []
      queues  = ["arn:queue/bff"]
      dead    = ["arn:queue/bff-dlq"]
      reads   = ["arn:bucket/*"]
      writes  = ["arn:bucket/used/*"]
      lists   = ["arn:bucket"]
      secrets = ["arn:secret/bff-cart"]
      signs   = []
    }
    release-desk = {
      topics  = []
      buses   = []
      queues  = []
      dead    = []
      reads   = ["arn:bucket/*"]
      writes  = ["arn:bucket/mfe/*/live.json"]
      lists   = ["arn:bucket"]
      secrets = []
      signs   = ["arn:key/desk"]
    }
  }
}

run "a_role_is_taken_by_the_service_account_of_its_name_and_no_other" {
  assert {
    condition = alltrue([for account, trust in data.aws_iam_policy_document.workload_trust :
      { for it in trust.statement[0].condition : it.variable => it.values } == {
        "oidc.example/id/1:sub" = tolist(["system:serviceaccount:mallhive:${account}"])
        "oidc.example/id/1:aud" = tolist(["sts.amazonaws.com"])
      }
    ])
    error_message = "Trust names the namespace, the account and the audience."
  }
}

run "a_publisher_publishes_to_its_own_topic_and_consumes_its_own_queue" {
  assert {
    condition = { for it in data.aws_iam_policy_document.workload["orders"].statement : it.sid => it.resources } == {
      Publish     = toset(["arn:topic/orders"])
      PutEvents   = toset(["arn:bus"])
      Measure     = toset(["arn:queue/orders-dlq"])
      Consume     = toset(["arn:queue/orders"])
      ReadSecrets = toset(["arn:secret/orders"])
      Decrypt     = toset([var.keys.secrets, var.keys.messages])
      Encrypt     = toset([var.keys.messages])
    }
    error_message = "Orders has the rights of its entry in the list of parts."
  }
}

run "a_consumer_cannot_publish" {
  assert {
    condition = alltrue([for it in data.aws_iam_policy_document.workload["bff-cart"].statement :
      length(setintersection(it.actions, ["sns:Publish", "events:PutEvents", "kms:GenerateDataKey"])) == 0
    ])
    error_message = "A part without a topic has no right to publish."
  }
}

run "objects_are_written_where_the_list_of_parts_says_and_never_deleted" {
  assert {
    condition     = { for it in data.aws_iam_policy_document.workload["release-desk"].statement : it.sid => it.resources }["WriteObjects"] == toset(["arn:bucket/mfe/*/live.json"])
    error_message = "The desk writes pointers only."
  }

  assert {
    condition     = !contains(flatten([for policy in data.aws_iam_policy_document.workload : [for it in policy.statement : tolist(it.actions)]]), "s3:DeleteObject")
    error_message = "No part deletes objects."
  }
}

run "a_workload_reads_its_own_secret_and_no_other" {
  assert {
    condition = alltrue([for name, policy in data.aws_iam_policy_document.workload : alltrue([for it in policy.statement :
      it.resources == toset(["arn:secret/${name}"]) if it.sid == "ReadSecrets"
    ])])
    error_message = "Even those that run the same image."
  }

  assert {
    condition     = aws_iam_role.workload["bff-cart"].name == "mallhive-production-bff-cart"
    error_message = "Manifests name roles so."
  }
}

run "no_right_is_a_wildcard" {
  assert {
    condition     = alltrue(flatten([for policy in data.aws_iam_policy_document.workload : [for it in policy.statement : [for action in it.actions : !strcontains(action, "*")]]]))
    error_message = "Every action is named."
  }
}

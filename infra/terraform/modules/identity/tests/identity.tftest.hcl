mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name             = "mallhive-production"
  cluster          = { issuer = "oidc.example/id/1", oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/oidc.example/id/1" }
  service_accounts = { orders = "orders", bff = "bff", bff-cart = "bff", release-desk = "release-desk" }
  controllers      = {}
  keys             = { secrets = "arn:aws:kms:eu-central-1:123456789012:key/secrets", messages = "arn:aws:kms:eu-central-1:123456789012:key/messages" }
  parts = {
    orders = {
      topics  = ["arn:topic/orders"]
      buses   = ["arn:bus"]
      queues  = ["arn:queue/orders"]
      reads   = []
      writes  = []
      lists   = []
      secrets = ["arn:secret/orders"]
      signs   = []
    }
    bff = {
      topics  = []
      buses   = []
      queues  = ["arn:queue/bff"]
      reads   = ["arn:bucket/*"]
      writes  = ["arn:bucket/used/*"]
      lists   = ["arn:bucket"]
      secrets = ["arn:secret/bff"]
      signs   = []
    }
    release-desk = {
      topics  = []
      buses   = []
      queues  = []
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
    condition = alltrue([for account, trust in data.aws_iam_policy_document.part_trust :
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
    condition = { for it in data.aws_iam_policy_document.part["orders"].statement : it.sid => it.resources } == {
      Publish     = toset(["arn:topic/orders"])
      PutEvents   = toset(["arn:bus"])
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
    condition = alltrue([for it in data.aws_iam_policy_document.part["bff"].statement :
      length(setintersection(it.actions, ["sns:Publish", "events:PutEvents", "kms:GenerateDataKey"])) == 0
    ])
    error_message = "A part without a topic has no right to publish."
  }
}

run "objects_are_written_where_the_list_of_parts_says_and_never_deleted" {
  assert {
    condition     = { for it in data.aws_iam_policy_document.part["release-desk"].statement : it.sid => it.resources }["WriteObjects"] == toset(["arn:bucket/mfe/*/live.json"])
    error_message = "The desk writes pointers only."
  }

  assert {
    condition     = !contains(flatten([for part in data.aws_iam_policy_document.part : [for it in part.statement : tolist(it.actions)]]), "s3:DeleteObject")
    error_message = "No part deletes objects."
  }
}

run "bffs_of_micro_frontends_have_roles_of_their_own_with_the_hosts_rights" {
  assert {
    condition     = aws_iam_role.part["bff-cart"].name == "mallhive-production-bff-cart" && aws_iam_role_policy.part["bff-cart"].policy == aws_iam_role_policy.part["bff"].policy
    error_message = "A team's code runs under an identity of its own."
  }
}

run "no_right_is_a_wildcard" {
  assert {
    condition     = alltrue(flatten([for part in data.aws_iam_policy_document.part : [for it in part.statement : [for action in it.actions : !strcontains(action, "*")]]]))
    error_message = "Every action is named."
  }
}

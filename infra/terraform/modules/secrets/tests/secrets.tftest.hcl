mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name        = "mallhive-production"
  environment = "production"
  key_arn     = "arn:aws:kms:eu-central-1:123456789012:key/secrets"
  protected   = true
  workloads = {
    orders = ["PART_KEY", "DATABASE_URL", "REDIS_URL"]
    shell  = ["BEACON_KEY"]
    bff    = ["PART_KEY", "REDIS_URL"]
  }
  rotation = {
    image             = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mallhive/lambda@sha256:0000000000000000000000000000000000000000000000000000000000000000"
    vpc_id            = "vpc-1"
    cidr              = "10.40.0.0/16"
    subnet_ids        = ["subnet-a"]
    administrator_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:administrator"
    redis_user_arns = {
      bff    = "arn:aws:elasticache:eu-central-1:123456789012:user:mallhive-production-bff"
      orders = "arn:aws:elasticache:eu-central-1:123456789012:user:mallhive-production-orders"
    }
    log_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/logs"
    log_days    = 90
  }
}

run "each_workload_has_a_secret_of_its_own" {
  assert {
    condition     = output.names == { bff = "mallhive/production/bff", orders = "mallhive/production/orders", shell = "mallhive/production/shell" }
    error_message = "External Secrets finds them by these names."
  }

  assert {
    condition     = alltrue([for it in aws_secretsmanager_secret.workload : it.kms_key_id == var.key_arn && it.recovery_window_in_days == 30])
    error_message = "Secrets are encrypted with their key and can be brought back for a month."
  }
}

run "passwords_of_the_database_and_of_redis_change_every_month" {
  assert {
    condition     = keys(aws_secretsmanager_secret_rotation.workload) == ["bff", "orders"] && alltrue([for it in aws_secretsmanager_secret_rotation.workload : it.rotation_rules[0].automatically_after_days == 30])
    error_message = "Secrets with a password of an engine rotate, others do not."
  }
}

run "the_function_names_users_of_redis_as_the_cache_does" {
  assert {
    condition     = alltrue([for workload, arn in var.rotation.redis_user_arns : endswith(arn, ":user:${aws_lambda_function.rotation[0].environment[0].variables["REDIS_USER_PREFIX"]}${workload}")])
    error_message = "A user is the prefix and the workload."
  }

  assert {
    condition     = toset(one([for it in data.aws_iam_policy_document.rotation.statement : it.resources if it.sid == "SetPasswordsOfRedis"])) == toset(values(var.rotation.redis_user_arns))
    error_message = "It changes those users and no others."
  }
}

run "on_the_first_day_there_is_no_image_and_nothing_rotates" {
  variables {
    rotation = merge(var.rotation, { image = null })
  }

  assert {
    condition     = length(aws_lambda_function.rotation) == 0 && length(aws_secretsmanager_secret_rotation.workload) == 0
    error_message = "Secrets exist before images do."
  }
}

run "the_function_changes_the_malls_secrets_and_passwords_only" {
  assert {
    condition = alltrue([for it in data.aws_iam_policy_document.rotation.statement :
      !contains(it.resources, "*") && alltrue([for action in it.actions : !strcontains(action, "*")])
    ])
    error_message = "Every right names what it is for."
  }
}

run "the_function_reaches_endpoints_and_engines_and_nothing_else" {
  assert {
    condition     = { for name, it in aws_vpc_security_group_egress_rule.rotation : name => it.from_port } == { https = 443, postgres = 5432, redis = 6379 } && one(aws_lambda_function.rotation[0].architectures) == "x86_64"
    error_message = "It rotates passwords of the database and of Redis, and the pipelines build for x86_64."
  }
}

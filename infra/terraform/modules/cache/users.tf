# Each workload that needs Redis has a user with its own keys. People set the first passwords (`npm run infra -- first-secrets`), the
# function `rotate-secrets` those that follow; those that users begin with are known to no person.
resource "aws_elasticache_user" "workload" {
  for_each = var.users

  user_id       = "${var.name}-${each.key}"
  user_name     = each.key
  engine        = "valkey"
  access_string = join(" ", concat(["on"], [for keys in each.value : "~${keys}"], ["-@all", var.commands]))

  authentication_mode {
    type      = "password"
    passwords = [data.aws_secretsmanager_random_password.initial.random_password]
  }

  lifecycle {
    ignore_changes = [authentication_mode]
  }
}

# Who connects without a name.
resource "aws_elasticache_user" "default" {
  user_id       = "${var.name}-default"
  user_name     = "default"
  engine        = "valkey"
  access_string = "off -@all"

  authentication_mode {
    type      = "password"
    passwords = [data.aws_secretsmanager_random_password.initial.random_password]
  }

  lifecycle {
    ignore_changes = [authentication_mode]
  }
}

resource "aws_elasticache_user_group" "this" {
  user_group_id = var.name
  engine        = "valkey"
  user_ids      = concat([aws_elasticache_user.default.user_id], [for user in aws_elasticache_user.workload : user.user_id])
}

data "aws_secretsmanager_random_password" "initial" {
  password_length     = 64
  exclude_punctuation = true
}

mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name        = "mallhive-production"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-a", "subnet-b", "subnet-c"]
  clients     = { pods = "sg-pods", secrets-rotation = "sg-rotation" }
  cache       = { class = "cache.m7g.large", replicas = 2 }
  users       = { cart = ["cart:*"], identity = ["identity:*", "limit:identity:*"] }
  commands    = "+get +set"
  protected   = true
  key_arn     = "arn:aws:kms:eu-central-1:123456789012:key/data"
  log_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/logs"
  log_days    = 90
}

run "a_user_touches_its_own_keys_with_the_allowed_commands" {
  assert {
    condition     = aws_elasticache_user.workload["identity"].access_string == "on ~identity:* ~limit:identity:* -@all +get +set"
    error_message = "Keys and commands are those of its part."
  }
}

run "pods_and_the_function_that_changes_passwords_may_connect" {
  assert {
    condition     = tomap({ for name, it in aws_vpc_security_group_ingress_rule.this : name => it.referenced_security_group_id }) == var.clients
    error_message = "No other group may."
  }

  assert {
    condition     = toset(keys(output.user_arns)) == toset(keys(var.users))
    error_message = "The function is told each user."
  }
}

run "who_gives_no_name_is_refused" {
  assert {
    condition     = startswith(aws_elasticache_user.default.access_string, "off ")
    error_message = "The default user is off."
  }

  assert {
    condition     = alltrue([for it in concat(values(aws_elasticache_user.workload), [aws_elasticache_user.default]) : it.no_password_required != true])
    error_message = "Every user has a password."
  }
}

run "carts_are_encrypted_on_the_wire_and_on_disk" {
  assert {
    condition = (
      aws_elasticache_replication_group.this.transit_encryption_enabled
      && aws_elasticache_replication_group.this.transit_encryption_mode == "required"
      && aws_elasticache_replication_group.this.at_rest_encryption_enabled == "true"
    )
    error_message = "The server takes TLS only and writes encrypted."
  }
}

run "the_loss_of_a_primary_promotes_a_replica" {
  assert {
    condition     = aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.multi_az_enabled && aws_elasticache_replication_group.this.num_cache_clusters == 3
    error_message = "Replicas stand in other zones."
  }
}

run "one_node_has_nothing_to_fail_over_to" {
  variables {
    cache = { class = "cache.t4g.small", replicas = 0 }
  }

  assert {
    condition     = !aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.num_cache_clusters == 1
    error_message = "AWS refuses failover without replicas."
  }
}

run "no_cart_is_thrown_away_for_lack_of_memory" {
  assert {
    condition     = [for it in aws_elasticache_parameter_group.this.parameter : it.value if it.name == "maxmemory-policy"] == ["noeviction"]
    error_message = "A full Redis refuses writes instead of losing carts."
  }
}

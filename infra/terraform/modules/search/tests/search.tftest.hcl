mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name            = "mallhive-production"
  environment     = "production"
  region          = "eu-central-1"
  account_id      = "123456789012"
  vpc_id          = "vpc-1"
  subnet_ids      = ["subnet-a", "subnet-b", "subnet-c"]
  clients         = { pods = "sg-pods" }
  search          = { class = "m7g.large.search", nodes = 3, gigabytes = 100 }
  key_arn         = "arn:aws:kms:eu-central-1:123456789012:key/data"
  secrets_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/secrets"
  log_key_arn     = "arn:aws:kms:eu-central-1:123456789012:key/logs"
  log_days        = 90
}

run "nobody_searches_without_a_user_of_the_domain" {
  assert {
    condition = (
      aws_opensearch_domain.this.advanced_security_options[0].enabled
      && aws_opensearch_domain.this.advanced_security_options[0].internal_user_database_enabled
      && !aws_opensearch_domain.this.advanced_security_options[0].anonymous_auth_enabled
    )
    error_message = "Fine-grained access is on, anonymous access off."
  }
}

run "the_domain_has_no_public_address_and_takes_tls_only" {
  assert {
    condition     = length(aws_opensearch_domain.this.vpc_options[0].subnet_ids) == 3 && aws_opensearch_domain.this.domain_endpoint_options[0].enforce_https
    error_message = "The domain stands in the network of engines."
  }

  assert {
    condition     = tomap({ for name, rule in aws_vpc_security_group_ingress_rule.this : name => rule.referenced_security_group_id }) == var.clients
    error_message = "One rule for each client."
  }
}

run "the_index_is_encrypted_on_disk_and_between_nodes" {
  assert {
    condition     = aws_opensearch_domain.this.encrypt_at_rest[0].enabled && aws_opensearch_domain.this.encrypt_at_rest[0].kms_key_id == var.key_arn && aws_opensearch_domain.this.node_to_node_encryption[0].enabled
    error_message = "The index uses the key of data."
  }
}

run "several_nodes_span_three_zones_with_masters_of_their_own" {
  assert {
    condition     = aws_opensearch_domain.this.cluster_config[0].zone_awareness_config[0].availability_zone_count == 3 && aws_opensearch_domain.this.cluster_config[0].dedicated_master_count == 3
    error_message = "The loss of a zone leaves a majority."
  }
}

run "one_node_stands_in_one_zone" {
  variables {
    search = { class = "t3.small.search", nodes = 1, gigabytes = 10 }
  }

  assert {
    condition     = aws_opensearch_domain.this.vpc_options[0].subnet_ids == toset(["subnet-a"]) && !aws_opensearch_domain.this.cluster_config[0].dedicated_master_enabled
    error_message = "AWS refuses more subnets than zones."
  }
}

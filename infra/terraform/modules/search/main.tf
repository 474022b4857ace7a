# In an account without it, a domain in a network is refused.
resource "aws_iam_service_linked_role" "this" {
  aws_service_name = "opensearchservice.amazonaws.com"
}

resource "aws_opensearch_domain" "this" {
  domain_name     = var.name
  engine_version  = "OpenSearch_2.19"
  access_policies = data.aws_iam_policy_document.access.json

  cluster_config {
    instance_type            = var.search.class
    instance_count           = var.search.nodes
    zone_awareness_enabled   = var.search.nodes > 1
    dedicated_master_enabled = var.search.nodes > 1
    dedicated_master_count   = var.search.nodes > 1 ? 3 : null
    dedicated_master_type    = var.search.nodes > 1 ? "m7g.medium.search" : null

    dynamic "zone_awareness_config" {
      for_each = var.search.nodes > 1 ? [3] : []

      content {
        availability_zone_count = zone_awareness_config.value
      }
    }
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = var.search.gigabytes
  }

  vpc_options {
    subnet_ids         = var.search.nodes > 1 ? var.subnet_ids : slice(var.subnet_ids, 0, 1)
    security_group_ids = [aws_security_group.this.id]
  }

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }

  node_to_node_encryption {
    enabled = true
  }

  encrypt_at_rest {
    enabled    = true
    kms_key_id = var.key_arn
  }

  # The part's user has rights on its indices only and is made by `npm run infra -- search-user`, as this user.
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = true
    anonymous_auth_enabled         = false

    master_user_options {
      master_user_name     = local.administrator.username
      master_user_password = local.administrator.password
    }
  }

  dynamic "log_publishing_options" {
    for_each = aws_cloudwatch_log_group.this

    content {
      cloudwatch_log_group_arn = log_publishing_options.value.arn
      log_type                 = log_publishing_options.key
    }
  }

  auto_tune_options {
    desired_state       = "DISABLED"
    rollback_on_disable = "NO_ROLLBACK"
  }

  software_update_options {
    auto_software_update_enabled = true
  }

  lifecycle {
    ignore_changes = [advanced_security_options[0].master_user_options]
  }

  depends_on = [aws_cloudwatch_log_resource_policy.this, aws_iam_service_linked_role.this]
}

# Whoever is let in by the security group and names a user of the domain.
data "aws_iam_policy_document" "access" {
  statement {
    actions   = ["es:ESHttp*"]
    resources = ["arn:aws:es:${var.region}:${var.account_id}:domain/${var.name}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_security_group" "this" {
  name        = "${var.name}-search"
  description = "OpenSearch"
  vpc_id      = var.vpc_id
  tags        = { Name = "${var.name}-search" }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = var.clients

  security_group_id            = aws_security_group.this.id
  description                  = "HTTPS from ${each.key}"
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

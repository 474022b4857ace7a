resource "aws_elasticache_replication_group" "this" {
  replication_group_id = var.name
  description          = "Carts, sessions, limits and remembered answers"
  engine               = "valkey"
  engine_version       = "8.0"
  node_type            = var.cache.class
  parameter_group_name = aws_elasticache_parameter_group.this.name
  port                 = 6379

  num_cache_clusters         = var.cache.replicas + 1
  multi_az_enabled           = var.cache.replicas > 0
  automatic_failover_enabled = var.cache.replicas > 0
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [aws_security_group.this.id]

  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  at_rest_encryption_enabled = true
  kms_key_id                 = var.key_arn
  user_group_ids             = [aws_elasticache_user_group.this.user_group_id]

  snapshot_retention_limit   = var.protected ? 14 : 1
  snapshot_window            = "01:00-02:00"
  maintenance_window         = "wed:02:30-wed:03:30"
  final_snapshot_identifier  = var.protected ? "${var.name}-final" : null
  auto_minor_version_upgrade = true
  apply_immediately          = false

  log_delivery_configuration {
    destination      = aws_cloudwatch_log_group.slow.name
    destination_type = "cloudwatch-logs"
    log_format       = "json"
    log_type         = "slow-log"
  }
}

# A cart is no cache entry: nothing may be thrown away for lack of memory.
resource "aws_elasticache_parameter_group" "this" {
  name   = var.name
  family = "valkey8"

  parameter {
    name  = "maxmemory-policy"
    value = "noeviction"
  }
}

resource "aws_elasticache_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_security_group" "this" {
  name        = "${var.name}-cache"
  description = "Redis"
  vpc_id      = var.vpc_id
  tags        = { Name = "${var.name}-cache" }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = var.clients

  security_group_id            = aws_security_group.this.id
  description                  = "Redis from ${each.key}"
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
}

resource "aws_cloudwatch_log_group" "slow" {
  name              = "/${var.name}/cache/slow"
  retention_in_days = var.log_days
  kms_key_id        = var.log_key_arn
}

resource "aws_db_instance" "this" {
  identifier     = var.name
  engine         = "postgres"
  engine_version = "18"
  instance_class = var.database.class

  allocated_storage     = var.database.gigabytes
  max_allocated_storage = var.database.gigabytes * 10
  storage_type          = "gp3"
  storage_encrypted     = true
  kms_key_id            = var.key_arn

  db_name  = "mallhive"
  username = "administrator"
  # RDS keeps the password in Secrets Manager and changes it every week. Services have users of their own.
  manage_master_user_password   = true
  master_user_secret_kms_key_id = var.secrets_key_arn

  multi_az               = var.protected
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  publicly_accessible    = false
  parameter_group_name   = aws_db_parameter_group.this.name
  ca_cert_identifier     = "rds-ca-rsa2048-g1"

  # Any second of these days can be restored.
  backup_retention_period   = var.database.backup_days
  backup_window             = "01:00-02:00"
  maintenance_window        = "Tue:02:30-Tue:03:30"
  copy_tags_to_snapshot     = true
  delete_automated_backups  = !var.protected
  deletion_protection       = var.protected
  skip_final_snapshot       = !var.protected
  final_snapshot_identifier = var.protected ? "${var.name}-final" : null

  auto_minor_version_upgrade      = true
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.monitoring.arn
  performance_insights_enabled    = true
  performance_insights_kms_key_id = var.key_arn

  depends_on = [aws_cloudwatch_log_group.this]
}

resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-"
  family      = "postgres18"

  dynamic "parameter" {
    for_each = {
      "rds.force_ssl"                       = "1"
      "rds.accepted_password_auth_method"   = "scram"
      "idle_in_transaction_session_timeout" = "60000"
      "log_min_duration_statement"          = "500"
      "log_lock_waits"                      = "1"
      "track_io_timing"                     = "1"
    }

    content {
      name  = parameter.key
      value = parameter.value
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_security_group" "this" {
  name        = "${var.name}-database"
  description = "PostgreSQL"
  vpc_id      = var.vpc_id
  tags        = { Name = "${var.name}-database" }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = var.clients

  security_group_id            = aws_security_group.this.id
  description                  = "PostgreSQL from ${each.key}"
  referenced_security_group_id = each.value
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

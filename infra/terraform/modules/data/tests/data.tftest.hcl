mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name            = "mallhive-production"
  vpc_id          = "vpc-1"
  subnet_ids      = ["subnet-a", "subnet-b", "subnet-c"]
  clients         = { pods = "sg-pods" }
  database        = { class = "db.m7g.large", gigabytes = 100, backup_days = 35 }
  protected       = true
  key_arn         = "arn:aws:kms:eu-central-1:123456789012:key/data"
  secrets_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/secrets"
  log_key_arn     = "arn:aws:kms:eu-central-1:123456789012:key/logs"
  log_days        = 90
}

run "a_protected_database_survives_a_zone_and_a_mistaken_destroy" {
  assert {
    condition     = aws_db_instance.this.multi_az && aws_db_instance.this.deletion_protection && !aws_db_instance.this.skip_final_snapshot
    error_message = "Two zones, no deletion, a last snapshot."
  }

  assert {
    condition     = !aws_db_instance.this.delete_automated_backups && aws_db_instance.this.backup_retention_period == 35
    error_message = "Any second of 35 days can be restored, even after the database is gone."
  }
}

run "an_unprotected_database_still_has_backups" {
  variables {
    protected = false
    database  = { class = "db.t4g.medium", gigabytes = 20, backup_days = 1 }
  }

  assert {
    condition     = !aws_db_instance.this.multi_az && aws_db_instance.this.backup_retention_period == 1
    error_message = "A day can be restored."
  }
}

run "every_connection_is_encrypted_and_every_password_a_scram_one" {
  assert {
    condition = length(setsubtract(
      [{ name = "rds.force_ssl", value = "1" }, { name = "rds.accepted_password_auth_method", value = "scram" }],
      [for it in aws_db_parameter_group.this.parameter : { name = it.name, value = it.value }],
    )) == 0
    error_message = "The server refuses connections without TLS and passwords in weaker forms."
  }
}

run "nobody_but_the_named_clients_connects" {
  assert {
    condition     = tomap({ for name, rule in aws_vpc_security_group_ingress_rule.this : name => rule.referenced_security_group_id }) == var.clients
    error_message = "One rule for each client."
  }

  assert {
    condition     = !aws_db_instance.this.publicly_accessible && length(aws_db_instance.this.vpc_security_group_ids) == 1
    error_message = "The database has no public address."
  }
}

run "data_is_encrypted_and_nobody_knows_the_administrators_password" {
  assert {
    condition     = aws_db_instance.this.storage_encrypted && aws_db_instance.this.kms_key_id == var.key_arn && aws_db_instance.this.performance_insights_kms_key_id == var.key_arn
    error_message = "Storage and statements seen by performance insights use the key of data."
  }

  assert {
    condition     = aws_db_instance.this.manage_master_user_password && aws_db_instance.this.password == null
    error_message = "RDS keeps the password and changes it."
  }
}

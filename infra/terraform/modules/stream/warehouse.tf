resource "aws_glue_catalog_database" "lake" {
  name        = replace("${var.name}-lake", "-", "_")
  description = "Tables over the lake."
}

# The envelope of every event; days are projected, so that no crawler is needed.
resource "aws_glue_catalog_table" "events" {
  name          = "events"
  database_name = aws_glue_catalog_database.lake.name
  table_type    = "EXTERNAL_TABLE"
  parameters = {
    EXTERNAL                    = "TRUE"
    "projection.enabled"        = "true"
    "projection.day.type"       = "date"
    "projection.day.format"     = "yyyy-MM-dd"
    "projection.day.range"      = "2026-01-01,NOW"
    "projection.type.type"      = "injected"
    "storage.location.template" = "s3://${module.lake.name}/events/type=$${type}/day=$${day}/"
    "classification"            = "json"
  }

  partition_keys {
    name = "type"
    type = "string"
  }

  partition_keys {
    name = "day"
    type = "date"
  }

  storage_descriptor {
    location      = "s3://${module.lake.name}/events/"
    input_format  = "org.apache.hadoop.mapred.TextInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"

    ser_de_info {
      serialization_library = "org.openx.data.jsonserde.JsonSerDe"
    }

    dynamic "columns" {
      for_each = ["id", "key", "occurredAt", "traceparent", "payload"]

      content {
        name = lower(columns.value)
        type = "string"
      }
    }
  }
}

resource "aws_athena_workgroup" "lake" {
  name          = "${var.name}-lake"
  force_destroy = !var.protected

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    # A query that reads more is a mistake: 100 GB cost half a dollar.
    bytes_scanned_cutoff_per_query = 107374182400

    result_configuration {
      output_location = "s3://${module.lake.name}/athena/"

      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.lake.arn
      }
    }
  }
}

resource "aws_security_group" "warehouse" {
  name        = "${var.name}-warehouse"
  description = "Redshift: opened by those who ask for it"
  vpc_id      = var.warehouse.vpc_id
}

# It reads the lake through this network, not through one of Amazon's.
resource "aws_vpc_security_group_egress_rule" "warehouse" {
  security_group_id = aws_security_group.warehouse.id
  description       = "The lake"
  prefix_list_id    = var.warehouse.s3_prefix_list_id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_iam_role" "warehouse" {
  name = "${var.name}-warehouse"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "redshift-serverless.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "warehouse" {
  name = "reads-lake"
  role = aws_iam_role.warehouse.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:GetObject", Resource = "${module.lake.arn}/events/*" },
      { Effect = "Allow", Action = "s3:ListBucket", Resource = module.lake.arn },
      { Effect = "Allow", Action = "kms:Decrypt", Resource = aws_kms_key.lake.arn },
    ]
  })
}

resource "aws_redshiftserverless_namespace" "this" {
  namespace_name        = var.name
  db_name               = "mallhive"
  manage_admin_password = true
  kms_key_id            = aws_kms_key.lake.arn
  iam_roles             = [aws_iam_role.warehouse.arn]
  log_exports           = ["connectionlog", "useractivitylog", "userlog"]
}

resource "aws_redshiftserverless_workgroup" "this" {
  namespace_name       = aws_redshiftserverless_namespace.this.namespace_name
  workgroup_name       = var.name
  base_capacity        = var.warehouse.capacity
  max_capacity         = var.warehouse.capacity * 4
  subnet_ids           = var.warehouse.subnet_ids
  security_group_ids   = [aws_security_group.warehouse.id]
  publicly_accessible  = false
  enhanced_vpc_routing = true

  config_parameter {
    parameter_key   = "require_ssl"
    parameter_value = "true"
  }
}

# One for each workload: a JSON object of its secret variables. Values never pass through Terraform.
resource "aws_secretsmanager_secret" "workload" {
  for_each = var.workloads

  name                    = "mallhive/${var.environment}/${each.key}"
  description             = join(" ", each.value)
  kms_key_id              = var.key_arn
  recovery_window_in_days = var.protected ? 30 : 7
}

locals {
  # The function changes passwords of the database and of Redis. All else is changed by people: see the runbook.
  with_login = toset([for workload, variables in var.workloads : workload if length(setintersection(variables, ["DATABASE_URL", "REDIS_URL"])) > 0])
  with_redis = toset([for workload, variables in var.workloads : workload if contains(variables, "REDIS_URL")])
  rotates    = var.rotation.image != null
  rotated    = local.rotates ? local.with_login : []
}

resource "aws_secretsmanager_secret_rotation" "workload" {
  for_each = local.rotated

  secret_id           = aws_secretsmanager_secret.workload[each.key].id
  rotation_lambda_arn = aws_lambda_function.rotation[0].arn

  rotation_rules {
    automatically_after_days = 30
  }

  depends_on = [aws_lambda_permission.rotation, aws_iam_role_policy.rotation]
}

# One for each workload: a JSON object of its secret variables. Values never pass through Terraform.
resource "aws_secretsmanager_secret" "workload" {
  for_each = var.workloads

  name                    = "mallhive/${var.environment}/${each.key}"
  description             = join(" ", each.value)
  kms_key_id              = var.key_arn
  recovery_window_in_days = var.protected ? 30 : 7
}

locals {
  rotates = var.rotation.image != null
  # Passwords of engines, which the function changes. All else is changed by people: see the runbook.
  rotated = { for workload, variables in var.workloads : workload => variables
  if local.rotates && length(setintersection(variables, ["DATABASE_URL", "REDIS_URL", "OPENSEARCH_URL"])) > 0 }
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

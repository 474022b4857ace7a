# Candidates wait here for approval: the evaluation gate registers only what beats the baseline.
resource "aws_sagemaker_model_package_group" "ranking" {
  model_package_group_name        = "${var.name}-ranking"
  model_package_group_description = "Weights of search's ranking, one package for each evaluated candidate."
}

locals {
  definition = jsondecode(var.pipeline_definition)
  # What the definition asks this account for. Images are given with each execution.
  defaults = {
    Bucket            = module.models.name
    KeyArn            = var.lake.key_arn
    ModelPackageGroup = aws_sagemaker_model_package_group.ranking.model_package_group_name
    RoleArn           = aws_iam_role.jobs.arn
  }
  parameters = [
    for it in local.definition.Parameters :
    merge(it, { for name, value in local.defaults : "DefaultValue" => value if name == it.Name })
  ]
}

resource "aws_sagemaker_pipeline" "ranking" {
  pipeline_name         = "${var.name}-ranking"
  pipeline_display_name = "${var.name}-ranking"
  pipeline_description  = "Evaluates a candidate against the baseline and registers what passes"
  role_arn              = aws_iam_role.jobs.arn
  pipeline_definition   = jsonencode(merge(local.definition, { Parameters = local.parameters }))
}

resource "aws_security_group" "jobs" {
  name        = "${var.name}-ml-jobs"
  description = "Training and evaluation: out to endpoints of AWS, nothing in"
  vpc_id      = var.network.vpc_id
}

module "models" {
  source = "../private-bucket"

  name            = "${var.name}-models-${var.account_id}"
  key_arn         = var.lake.key_arn
  kept_days       = { "candidates/" = 180 }
  superseded_days = 30
  protected       = var.protected
}

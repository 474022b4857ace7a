locals {
  trust = {
    for service in ["codebuild", "codepipeline", "events"] : service => jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect    = "Allow"
        Principal = { Service = "${service}.amazonaws.com" }
        Action    = "sts:AssumeRole"
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      }]
    })
  }
  use_artifacts = [
    { Effect = "Allow", Action = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"], Resource = "${module.artifacts.arn}/*" },
    { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = var.keys.images },
  ]
}

resource "aws_iam_role" "stage" {
  for_each = local.stages

  name               = "${var.name}-build-${each.key}"
  assume_role_policy = local.trust["codebuild"]
}

resource "aws_iam_role_policy" "stage" {
  for_each = local.stages

  name = "stage"
  role = aws_iam_role.stage[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        { Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "${aws_cloudwatch_log_group.stage[each.key].arn}:*" },
        { Effect = "Allow", Action = "codecommit:GitPull", Resource = aws_codecommit_repository.mirror.arn },
      ],
      local.use_artifacts,
      each.value.statements,
    )
  })
}

resource "aws_iam_role" "pipeline" {
  name               = "${var.name}-pipeline"
  assume_role_policy = local.trust["codepipeline"]
}

resource "aws_iam_role_policy" "pipeline" {
  name = "pipeline"
  role = aws_iam_role.pipeline.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        { Effect = "Allow", Action = ["codecommit:GetBranch", "codecommit:GetCommit", "codecommit:GetRepository", "codecommit:GetUploadArchiveStatus", "codecommit:UploadArchive"], Resource = aws_codecommit_repository.mirror.arn },
        { Effect = "Allow", Action = ["codebuild:BatchGetBuilds", "codebuild:StartBuild"], Resource = [for it in aws_codebuild_project.stage : it.arn] },
      ],
      local.use_artifacts,
    )
  })
}

resource "aws_iam_role" "starter" {
  name               = "${var.name}-pipeline-starter"
  assume_role_policy = local.trust["events"]
}

resource "aws_iam_role_policy" "starter" {
  name = "start"
  role = aws_iam_role.starter.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "codepipeline:StartPipelineExecution", Resource = aws_codepipeline.this.arn }]
  })
}

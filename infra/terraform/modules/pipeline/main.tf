# The same stages as on GitHub, in the account itself: for whoever may not depend on a pipeline outside. Each is a buildspec that
# calls the scripts of infra/pipelines, and has rights of its own.
locals {
  push = [
    { Sid = "SignIn", Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" }, # It has no resource.
    {
      Effect = "Allow"
      Action = [
        "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
      ]
      Resource = var.image_repository_arns
    },
    { Effect = "Allow", Action = ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"], Resource = var.image_signing_key_arn },
  ]
  stages = {
    check  = { order = 1, statements = [] }
    images = { order = 2, statements = local.push }
    bump = {
      order = 3
      statements = [
        { Effect = "Allow", Action = ["codecommit:GitPull", "codecommit:GitPush"], Resource = aws_codecommit_repository.mirror.arn },
        # The digests of what was pushed.
        { Effect = "Allow", Action = "ecr:DescribeImages", Resource = var.image_repository_arns },
      ]
    }
  }
}

# A mirror of the repository, pushed by a workflow: what the pipeline builds, and what Argo CD reads when GitHub is away.
resource "aws_codecommit_repository" "mirror" {
  repository_name = var.name
  description     = "Mirror of the mall's repository."
  default_branch  = "main"
  kms_key_id      = var.keys.images
}

resource "aws_cloudwatch_log_group" "stage" {
  for_each = local.stages

  name              = "/aws/codebuild/${var.name}-${each.key}"
  retention_in_days = var.log_days
  kms_key_id        = var.keys.logs
}

resource "aws_codebuild_project" "stage" {
  for_each = local.stages

  name                   = "${var.name}-${each.key}"
  description            = "infra/pipelines/buildspec.${each.key}.yml"
  service_role           = aws_iam_role.stage[each.key].arn
  build_timeout          = 60
  queued_timeout         = 60
  concurrent_build_limit = 4
  encryption_key         = var.keys.images

  source {
    type      = "CODEPIPELINE"
    buildspec = "infra/pipelines/buildspec.${each.key}.yml"
  }

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    # As nodes are: an image runs on processors of the kind that built it.
    type         = "LINUX_CONTAINER"
    compute_type = "BUILD_GENERAL1_LARGE"
    # The scripts of infra/pipelines install what they call from Debian.
    image = "public.ecr.aws/docker/library/debian:trixie-slim"
    # Images are built in a container of their own.
    privileged_mode = each.key == "images"

    dynamic "environment_variable" {
      for_each = {
        REGISTRY      = var.registry
        SIGNING_KEY   = "awskms:///${var.image_signing_key_arn}"
        VERIFYING_KEY = "awskms:///${var.image_signing_key_arn}"
      }

      content {
        name  = environment_variable.key
        value = environment_variable.value
      }
    }
  }

  logs_config {
    cloudwatch_logs {
      group_name = aws_cloudwatch_log_group.stage[each.key].name
    }
  }
}

resource "aws_codepipeline" "this" {
  name           = var.name
  role_arn       = aws_iam_role.pipeline.arn
  pipeline_type  = "V2"
  execution_mode = "QUEUED"

  artifact_store {
    type     = "S3"
    location = module.artifacts.name

    encryption_key {
      type = "KMS"
      id   = var.keys.images
    }
  }

  stage {
    name = "source"

    action {
      name             = "mirror"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeCommit"
      version          = "1"
      output_artifacts = ["source"]
      configuration = {
        RepositoryName       = aws_codecommit_repository.mirror.repository_name
        BranchName           = "main"
        PollForSourceChanges = "false"
        OutputArtifactFormat = "CODEBUILD_CLONE_REF"
      }
    }
  }

  dynamic "stage" {
    for_each = { for name, it in local.stages : format("%d", it.order) => name }

    content {
      name = stage.value

      action {
        name            = stage.value
        category        = "Build"
        owner           = "AWS"
        provider        = "CodeBuild"
        version         = "1"
        input_artifacts = ["source"]
        configuration   = { ProjectName = aws_codebuild_project.stage[stage.value].name }
      }
    }
  }

  depends_on = [aws_iam_role_policy.pipeline]
}

# A push to the mirror starts the pipeline, but for that of its own last stage, which names new digests and would start it for ever.
resource "aws_cloudwatch_event_rule" "push" {
  name        = "${var.name}-mirror"
  description = "Commits on main of the mirror."
  event_pattern = jsonencode({
    source        = ["aws.codecommit"]
    "detail-type" = ["CodeCommit Repository State Change"]
    resources     = [aws_codecommit_repository.mirror.arn]
    detail = {
      event         = ["referenceCreated", "referenceUpdated"]
      referenceType = ["branch"]
      referenceName = ["main"]
      callerUserArn = [{ "anything-but" = { prefix = "arn:aws:sts::${var.account_id}:assumed-role/${aws_iam_role.stage["bump"].name}/" } }]
    }
  })
}

resource "aws_cloudwatch_event_target" "push" {
  rule      = aws_cloudwatch_event_rule.push.name
  target_id = "pipeline"
  arn       = aws_codepipeline.this.arn
  role_arn  = aws_iam_role.starter.arn
}

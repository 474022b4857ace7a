resource "aws_iam_role" "jobs" {
  name = "${var.name}-ml-jobs"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "sagemaker.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "jobs" {
  name = "jobs"
  role = aws_iam_role.jobs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:GetObject", Resource = ["${var.lake.arn}/events/*", "${module.models.arn}/*"] },
      { Effect = "Allow", Action = "s3:PutObject", Resource = "${module.models.arn}/candidates/*" },
      { Effect = "Allow", Action = "s3:ListBucket", Resource = [var.lake.arn, module.models.arn] },
      { Effect = "Allow", Action = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], Resource = var.lake.key_arn },
      {
        Sid       = "EncryptDisksOfJobs"
        Effect    = "Allow"
        Action    = "kms:CreateGrant"
        Resource  = var.lake.key_arn
        Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
      },
      { Effect = "Allow", Action = ["sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackage"], Resource = [
        aws_sagemaker_model_package_group.ranking.arn,
        "${replace(aws_sagemaker_model_package_group.ranking.arn, "model-package-group/", "model-package/")}/*",
      ] },
      # A pipeline names its jobs so.
      { Sid = "RunJobs", Effect = "Allow", Action = [
        "sagemaker:AddTags", "sagemaker:CreateProcessingJob", "sagemaker:DescribeProcessingJob", "sagemaker:StopProcessingJob",
      ], Resource = "arn:aws:sagemaker:${var.region}:${var.account_id}:processing-job/pipelines-*" },
      {
        Sid       = "GiveJobsThisRole"
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = aws_iam_role.jobs.arn
        Condition = { StringEquals = { "iam:PassedToService" = "sagemaker.amazonaws.com" } }
      },
      { Effect = "Allow", Action = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Resource = var.images },
      { Sid = "SignIn", Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" }, # It has no resource.
      { Effect = "Allow", Action = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], Resource = "arn:aws:logs:${var.region}:${var.account_id}:log-group:/aws/sagemaker/*" },
    ]
  })
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(["AUDIT_LOGS", "ES_APPLICATION_LOGS", "INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS"])

  name              = "/${var.name}/search/${lower(replace(each.key, "_", "-"))}"
  retention_in_days = var.log_days
  kms_key_id        = var.log_key_arn
}

resource "aws_cloudwatch_log_resource_policy" "this" {
  policy_name     = "${var.name}-search"
  policy_document = data.aws_iam_policy_document.logs.json
}

data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = [for group in aws_cloudwatch_log_group.this : "${group.arn}:*"]

    principals {
      type        = "Service"
      identifiers = ["es.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account_id]
    }
  }
}

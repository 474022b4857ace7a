locals {
  # Each request gets the label of the first line that fits, and each line counts its own. A firewall has ten rules that count, so
  # lines with the same budget share one, which tells them apart by their labels.
  labels = [for index, line in local.lines : {
    Name       = "line-${index}"
    Priority   = index
    Action     = { Count = {} }
    RuleLabels = [{ Name = "line:${line.perMinute}:${index}" }]
    Statement = { AndStatement = { Statements = [
      { RegexMatchStatement = {
        RegexString         = "^${replace(replace(line.path, ".", "\\."), "*", ".*")}$"
        FieldToMatch        = { UriPath = {} }
        TextTransformations = [{ Priority = 0, Type = "NONE" }]
      } },
      { NotStatement = { Statement = { LabelMatchStatement = { Scope = "NAMESPACE", Key = "line:" } } } },
    ] } }
  }]
  budgets = [for index, limit in distinct([for line in local.lines : line.perMinute]) : {
    Name     = "budget-${limit}"
    Priority = length(local.lines) + index
    Action = { Block = { CustomResponse = {
      ResponseCode    = 429
      ResponseHeaders = [{ Name = "retry-after", Value = "60" }]
    } } }
    Statement = { RateBasedStatement = {
      Limit               = limit
      EvaluationWindowSec = 60
      AggregateKeyType    = "CUSTOM_KEYS"
      CustomKeys = [
        { IP = {} },
        { LabelNamespace = { Namespace = "awswaf:${var.account_id}:webacl:${var.name}:line:${limit}:" } },
      ]
      ScopeDownStatement = { LabelMatchStatement = { Scope = "NAMESPACE", Key = "line:${limit}:" } }
    } }
  }]
  # Attacks that AWS knows, with the rules of a group that only count.
  groups = {
    AWSManagedRulesAmazonIpReputationList = []
    AWSManagedRulesKnownBadInputsRuleSet  = []
    # routes.json says how large a body may be. Queries of a page go to its BFF in one address, longer than this group takes.
    AWSManagedRulesCommonRuleSet = ["SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"]
  }
  managed = [for index, name in sort(keys(local.groups)) : {
    Name           = name
    Priority       = 2 * length(local.lines) + index
    OverrideAction = { None = {} }
    Statement = { ManagedRuleGroupStatement = {
      VendorName          = "AWS"
      Name                = name
      RuleActionOverrides = [for rule in local.groups[name] : { Name = rule, ActionToUse = { Count = {} } }]
    } }
  }]
}

resource "aws_wafv2_web_acl" "this" {
  provider = aws.us_east_1

  name        = var.name
  description = "Requests of an address per minute, by lines of routes.json, and attacks that AWS knows."
  scope       = "CLOUDFRONT"
  # Not as blocks: the provider's schema of nested statements takes minutes of every plan.
  rule_json = jsonencode([
    for rule in concat([for it in local.labels : it], [for it in local.budgets : it], [for it in local.managed : it]) : merge(rule, {
      VisibilityConfig = {
        CloudWatchMetricsEnabled = true
        MetricName               = rule.Name
        SampledRequestsEnabled   = !contains(keys(rule), "RuleLabels")
      }
    })
  ])

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.name
    sampled_requests_enabled   = true
  }
}

resource "aws_cloudwatch_log_group" "firewall" {
  provider = aws.us_east_1

  name              = "aws-waf-logs-${var.name}"
  retention_in_days = var.log_days
}

resource "aws_wafv2_web_acl_logging_configuration" "this" {
  provider = aws.us_east_1

  resource_arn            = aws_wafv2_web_acl.this.arn
  log_destination_configs = [aws_cloudwatch_log_group.firewall.arn]

  dynamic "redacted_fields" {
    for_each = ["authorization", "cookie"]

    content {
      single_header {
        name = redacted_fields.value
      }
    }
  }

  # What was refused; counted requests are every request.
  logging_filter {
    default_behavior = "DROP"

    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"

      condition {
        action_condition {
          action = "BLOCK"
        }
      }
    }
  }
}

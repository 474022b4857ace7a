mock_provider "aws" {
  mock_resource "aws_cloudfront_distribution" {
    defaults = { arn = "arn:aws:cloudfront::123456789012:distribution/MALL" }
  }
  mock_resource "aws_lb" {
    defaults = { arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/mall/1" }
  }
  mock_resource "aws_lb_listener" {
    defaults = { arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/mall/1/2" }
  }
  mock_resource "aws_lb_target_group" {
    defaults = { arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/part/1" }
  }
  mock_resource "aws_acm_certificate_validation" {
    defaults = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
  }
  mock_resource "aws_acm_certificate" {
    defaults = { arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
  }
  mock_resource "aws_cloudfront_function" {
    defaults = { arn = "arn:aws:cloudfront::123456789012:function/viewer-request" }
  }
}

mock_provider "aws" {
  alias = "us_east_1"

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"
      domain_validation_options = [
        { domain_name = "mall.example", resource_record_name = "_1.mall.example", resource_record_type = "CNAME", resource_record_value = "_1.proof" },
        { domain_name = "preview.mall.example", resource_record_name = "_2.mall.example", resource_record_type = "CNAME", resource_record_value = "_2.proof" },
      ]
    }
  }
  mock_resource "aws_acm_certificate_validation" {
    defaults = { certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" }
  }
  mock_resource "aws_wafv2_web_acl" {
    defaults = { arn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/mall/1" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-mall" }
  }
}

variables {
  name       = "mallhive-production"
  account_id = "123456789012"
  domain     = "mall.example"
  edge       = jsondecode(file("../../../edge/routes.json"))
  parts = {
    bff            = { port = 4003, ready = "/readyz", edge_origin = "bff" }
    catalog        = { port = 4012, ready = "/readyz", edge_origin = "catalog" }
    payments       = { port = 4015, ready = "/readyz", edge_origin = "payments" }
    release-desk   = { port = 4018, ready = "/readyz", edge_origin = "desk" }
    release-health = { port = 4017, ready = "/readyz", edge_origin = "release-health" }
    search         = { port = 4020, ready = "/readyz", edge_origin = "search" }
    shell          = { port = 4001, ready = "/readyz", edge_origin = "shell" }
    shell-previews = { port = 4002, ready = "/readyz", edge_origin = "shell-previews" }
  }
  micro_frontends        = ["cart", "catalog"]
  bucket_domain_names    = { releases = "releases.s3.eu-central-1.amazonaws.com", media = "media.s3.eu-central-1.amazonaws.com" }
  log_bucket             = "access-logs"
  network                = { vpc_id = "vpc-1", subnet_ids = ["subnet-1", "subnet-2", "subnet-3"] }
  pods_security_group_id = "sg-1"
  protected              = true
  log_days               = 90
}

run "behaviours_are_the_lines_of_the_routes_in_their_order" {
  assert {
    condition = [for it in aws_cloudfront_distribution.this["mall"].ordered_cache_behavior : "${it.path_pattern} ${it.target_origin_id}"] == [
      for line in slice(var.edge.routes, 0, length(var.edge.routes) - 1) : "${line.path} ${line.origin}"
    ]
    error_message = "CloudFront decides as the local edge does: by the first line that fits."
  }
  assert {
    condition     = aws_cloudfront_distribution.this["mall"].default_cache_behavior[0].target_origin_id == "shell"
    error_message = "The last line is for everything else."
  }
  assert {
    condition = alltrue([
      for line in aws_cloudfront_distribution.this["mall"].ordered_cache_behavior :
      contains(line.allowed_methods, "POST") == contains([for it in var.edge.routes : lookup(it, "methods", ["GET", "HEAD"]) if it.path == line.path_pattern][0], "POST")
    ])
    error_message = "Only lines that name POST take it."
  }
}

run "previews_have_processes_and_refusals_of_their_own" {
  assert {
    condition     = aws_cloudfront_distribution.this["previews"].default_cache_behavior[0].target_origin_id == "shell-previews"
    error_message = "Code that was never promoted runs in no process of shoppers."
  }
  assert {
    condition = !strcontains(aws_cloudfront_function.viewer_request["mall"].code, "\"refused\":true") && length(
      regexall("\"refused\":true", aws_cloudfront_function.viewer_request["previews"].code)
    ) == length([for line in var.edge.routes : line if contains(var.edge.previewHost.refused, line.origin)])
    error_message = "Lines that previews do not have are refused there."
  }
}

run "only_files_are_kept_and_answers_are_told_apart_by_cookie_and_query" {
  assert {
    condition = alltrue([
      for it in aws_cloudfront_distribution.this["mall"].ordered_cache_behavior :
      (it.cache_policy_id == aws_cloudfront_cache_policy.this["files"].id) == contains(["/mfe/*/web/*", "/mfe/*/release.json", "/mfe/*/live.json", "/media/*", "/_next/static/*"], it.path_pattern)
    ])
    error_message = "Answers of parts have the policy of answers."
  }
  assert {
    condition = (
      aws_cloudfront_cache_policy.this["answers"].max_ttl == 1 &&
      aws_cloudfront_cache_policy.this["answers"].parameters_in_cache_key_and_forwarded_to_origin[0].cookies_config[0].cookie_behavior == "all" &&
      aws_cloudfront_cache_policy.this["answers"].parameters_in_cache_key_and_forwarded_to_origin[0].query_strings_config[0].query_string_behavior == "all"
    )
    error_message = "No visitor gets another one's answer."
  }
}

run "answers_carry_the_security_headers_of_the_local_edge" {
  assert {
    condition = alltrue([
      for name, it in aws_cloudfront_response_headers_policy.this :
      it.security_headers_config[0].strict_transport_security[0].access_control_max_age_sec == 31536000 &&
      it.security_headers_config[0].content_type_options[0].override
    ])
    error_message = "Every answer has the common headers."
  }
  assert {
    condition = alltrue([
      for line in var.edge.routes : merge(
        { for item in flatten([for c in aws_cloudfront_response_headers_policy.this[local.headers_of[line.path]].custom_headers_config : [for i in c.items : i]]) : item.header => item.value if item.header != "vary" },
        { for c in aws_cloudfront_response_headers_policy.this[local.headers_of[line.path]].security_headers_config[0].content_security_policy : "content-security-policy" => c.content_security_policy },
        { for c in aws_cloudfront_response_headers_policy.this[local.headers_of[line.path]].security_headers_config[0].referrer_policy : "referrer-policy" => c.referrer_policy },
      ) == jsondecode(file("../../../edge/security-headers.json")).policies[line.security]
    ])
    error_message = "Each line has the headers of its policy, no others."
  }
  assert {
    condition = alltrue([
      for line in var.edge.routes :
      (length(aws_cloudfront_response_headers_policy.this[local.headers_of[line.path]].cors_config) == 1) == lookup(line, "cors", false)
    ])
    error_message = "Other origins read what the line lets them, nothing else."
  }
}

run "every_line_has_a_budget_per_address_and_each_request_counts_for_one_line" {
  assert {
    condition = [
      for rule in jsondecode(aws_wafv2_web_acl.this.rule_json) : rule.RuleLabels[0].Name if can(rule.RuleLabels)
    ] == [for index, line in var.edge.routes : "line:${lookup(line, "perMinute", var.edge.defaults.perMinute)}:${index}"]
    error_message = "The label of each line, in order, names its perMinute."
  }
  assert {
    condition = {
      for rule in jsondecode(aws_wafv2_web_acl.this.rule_json) : rule.Statement.RateBasedStatement.ScopeDownStatement.LabelMatchStatement.Key =>
      [rule.Statement.RateBasedStatement.Limit, rule.Statement.RateBasedStatement.CustomKeys[1].LabelNamespace.Namespace] if can(rule.Statement.RateBasedStatement)
      } == { for limit in distinct([for line in var.edge.routes : lookup(line, "perMinute", var.edge.defaults.perMinute)]) : "line:${limit}:" =>
      [limit, "awswaf:123456789012:webacl:mallhive-production:line:${limit}:"]
    }
    error_message = "Each perMinute has a rule, which counts by address and line."
  }
  assert {
    condition     = length([for rule in jsondecode(aws_wafv2_web_acl.this.rule_json) : rule if can(rule.Statement.RateBasedStatement)]) <= 10
    error_message = "AWS takes no more than ten rules that count."
  }
}

run "a_batch_of_queries_is_not_refused_for_its_length" {
  assert {
    condition = contains(flatten([
      for rule in jsondecode(aws_wafv2_web_acl.this.rule_json) : [
        for it in rule.Statement.ManagedRuleGroupStatement.RuleActionOverrides : it.Name if can(it.ActionToUse.Count)
      ] if can(rule.Statement.ManagedRuleGroupStatement)
    ]), "SizeRestrictions_QUERYSTRING")
    error_message = "AWS's group refuses query strings over 2048 bytes."
  }
}

run "the_load_balancer_is_reached_through_cloudfront_only" {
  assert {
    condition     = aws_lb.this.internal && aws_vpc_security_group_ingress_rule.cloudfront.cidr_ipv4 == null && aws_lb.this.xff_header_processing_mode == "preserve"
    error_message = "No public address, and the visitor's address as CloudFront saw it."
  }
  assert {
    condition     = alltrue([for it in aws_lb_listener.this.default_action : it.type == "fixed-response"]) && aws_lb_listener.this.protocol == "HTTPS"
    error_message = "What names no origin reaches no part."
  }
}

run "a_micro_frontend_is_answered_by_its_own_bff" {
  assert {
    condition     = aws_lb_listener_rule.this["bff-cart"].priority < aws_lb_listener_rule.this["bff"].priority
    error_message = "Its rule comes before the one for all others."
  }
  assert {
    condition     = contains(keys(aws_lb_target_group.this), "bff-catalog")
    error_message = "Each BFF is a target group."
  }
}

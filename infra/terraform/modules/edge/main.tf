locals {
  hosts = { mall = var.domain, previews = "preview.${var.domain}" }

  # Lines of routes.json with their defaults, in order, and what each is in each distribution.
  lines = [for line in var.edge.routes : merge(var.edge.defaults, line)]
  routes = {
    for site in keys(local.hosts) : site => [
      for line in local.lines : {
        path             = line.path
        origin           = site == "previews" ? lookup(var.edge.previewHost.origins, line.origin, line.origin) : line.origin
        refused          = site == "previews" && contains(var.edge.previewHost.refused, line.origin)
        methods          = line.methods
        max_body_bytes   = line.maxBodyBytes
        precompressed    = lookup(line, "precompressed", false)
        is_file          = contains(var.edge.buckets, line.origin) || line.security == "static"
        is_in_bucket     = contains(var.edge.buckets, line.origin)
        response_headers = local.headers_of[line.path]
        # CloudFront knows three sets of methods; the function refuses the others of a line.
        allowed = contains(line.methods, "POST") ? ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"] : ["GET", "HEAD"]
      }
    ]
  }
  behaviours = { for site, routes in local.routes : site => slice(routes, 0, length(routes) - 1) }
  rest       = { for site, routes in local.routes : site => routes[length(routes) - 1] }
}

resource "aws_cloudfront_function" "viewer_request" {
  for_each = local.hosts

  name    = "${var.name}-${each.key}-viewer-request"
  comment = "Refuses what no line of routes.json allows."
  runtime = "cloudfront-js-2.0"
  publish = true
  code = replace(file("${path.module}/../../../edge/viewer-request.js"), "= TABLE", "= ${jsonencode({
    private = var.edge.private
    routes = [for route in local.routes[each.key] : {
      path          = route.path
      methods       = route.methods
      maxBodyBytes  = route.max_body_bytes
      precompressed = route.precompressed
      refused       = route.refused
    }]
  })}")
}

resource "aws_cloudfront_distribution" "this" {
  for_each = local.hosts

  enabled         = true
  comment         = "${var.name}: ${each.value}"
  aliases         = [each.value]
  http_version    = "http2and3"
  is_ipv6_enabled = true
  price_class     = "PriceClass_100"
  web_acl_id      = aws_wafv2_web_acl.this.arn

  dynamic "origin" {
    for_each = var.bucket_domain_names

    content {
      origin_id                = origin.key
      domain_name              = origin.value
      origin_access_control_id = aws_cloudfront_origin_access_control.this.id
    }
  }

  dynamic "origin" {
    for_each = toset([for route in local.routes[each.key] : route.origin if !route.is_in_bucket])

    content {
      origin_id   = origin.key
      domain_name = aws_lb.this.dns_name

      custom_header {
        name  = "x-mall-origin"
        value = origin.key
      }

      vpc_origin_config {
        vpc_origin_id       = aws_cloudfront_vpc_origin.this.id
        origin_read_timeout = var.edge.defaults.originTimeoutMs / 1000
      }
    }
  }

  dynamic "ordered_cache_behavior" {
    for_each = local.behaviours[each.key]

    content {
      path_pattern               = ordered_cache_behavior.value.path
      target_origin_id           = ordered_cache_behavior.value.origin
      allowed_methods            = ordered_cache_behavior.value.allowed
      cached_methods             = ["GET", "HEAD"]
      viewer_protocol_policy     = "redirect-to-https"
      compress                   = true
      cache_policy_id            = aws_cloudfront_cache_policy.this[ordered_cache_behavior.value.is_file ? "files" : "answers"].id
      origin_request_policy_id   = ordered_cache_behavior.value.is_in_bucket ? null : aws_cloudfront_origin_request_policy.this[ordered_cache_behavior.value.is_file ? "files" : "answers"].id
      response_headers_policy_id = aws_cloudfront_response_headers_policy.this[ordered_cache_behavior.value.response_headers].id

      function_association {
        event_type   = "viewer-request"
        function_arn = aws_cloudfront_function.viewer_request[each.key].arn
      }
    }
  }

  default_cache_behavior {
    target_origin_id           = local.rest[each.key].origin
    allowed_methods            = local.rest[each.key].allowed
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = aws_cloudfront_cache_policy.this["answers"].id
    origin_request_policy_id   = aws_cloudfront_origin_request_policy.this["answers"].id
    response_headers_policy_id = aws_cloudfront_response_headers_policy.this[local.rest[each.key].response_headers].id

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.viewer_request[each.key].arn
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = aws_acm_certificate_validation.cloudfront.certificate_arn
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
}

resource "aws_cloudfront_origin_access_control" "this" {
  name                              = var.name
  description                       = "Reads of buckets are signed."
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

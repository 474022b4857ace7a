locals {
  security = jsondecode(file("${path.module}/../../../edge/security-headers.json"))
  hsts     = local.security.common["strict-transport-security"]

  headers_of = {
    for line in local.lines : line.path => join("-", compact([
      line.security,
      lookup(line, "cors", false) ? "cors" : "",
      lookup(line, "precompressed", false) ? "vary" : "",
      lookup(line, "cache", "") == "immutable" ? "immutable" : "",
    ]))
  }
  response_headers = {
    for name in distinct(values(local.headers_of)) : name => {
      line   = [for it in local.lines : it if local.headers_of[it.path] == name][0]
      custom = local.custom_headers[name]
    }
  }
  # Headers that CloudFront takes as settings of their own.
  special = ["content-security-policy", "referrer-policy"]
  custom_headers = {
    for name in distinct(values(local.headers_of)) : name => merge(
      {
        for header, value in local.security.policies[[for it in local.lines : it if local.headers_of[it.path] == name][0].security] :
        header => value if !contains(local.special, header)
      },
      strcontains(name, "-vary") ? { vary = "Accept-Encoding" } : {},
    )
  }
}

resource "aws_cloudfront_response_headers_policy" "this" {
  for_each = local.response_headers

  name = "${var.name}-${each.key}"

  security_headers_config {
    content_type_options {
      override = true
    }

    strict_transport_security {
      access_control_max_age_sec = tonumber(regex("max-age=(\\d+)", local.hsts)[0])
      include_subdomains         = strcontains(local.hsts, "includeSubDomains")
      override                   = true
    }

    dynamic "content_security_policy" {
      for_each = compact([lookup(local.security.policies[each.value.line.security], "content-security-policy", "")])

      content {
        content_security_policy = content_security_policy.value
        override                = true
      }
    }

    dynamic "referrer_policy" {
      for_each = compact([lookup(local.security.policies[each.value.line.security], "referrer-policy", "")])

      content {
        referrer_policy = referrer_policy.value
        override        = true
      }
    }
  }

  dynamic "custom_headers_config" {
    for_each = length(each.value.custom) > 0 ? [each.value.custom] : []

    content {
      dynamic "items" {
        for_each = custom_headers_config.value

        content {
          header   = items.key
          value    = items.value
          override = true
        }
      }
    }
  }

  dynamic "cors_config" {
    for_each = strcontains(each.key, "-cors") ? [1] : []

    content {
      access_control_allow_credentials = false
      origin_override                  = true

      access_control_allow_headers {
        items = ["*"]
      }

      access_control_allow_methods {
        items = ["GET", "HEAD"]
      }

      access_control_allow_origins {
        items = ["*"]
      }
    }
  }

  # An immutable file is never validated.
  dynamic "remove_headers_config" {
    for_each = strcontains(each.key, "-immutable") ? [1] : []

    content {
      items {
        header = "etag"
      }

      items {
        header = "last-modified"
      }
    }
  }
}

# Files are kept as long as their origin says, for all visitors alike. Answers are kept for nobody: the second is what makes
# CloudFront compress them, and everything that could tell visitors apart is in the key.
resource "aws_cloudfront_cache_policy" "this" {
  for_each = { files = 31536000, answers = 1 }

  name        = "${var.name}-${each.key}"
  min_ttl     = 0
  default_ttl = 0
  max_ttl     = each.value

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    cookies_config {
      cookie_behavior = each.key == "files" ? "none" : "all"
    }

    headers_config {
      header_behavior = each.key == "files" ? "none" : "whitelist"

      dynamic "headers" {
        for_each = each.key == "files" ? [] : [1]

        content {
          items = ["Accept", "Accept-Language", "Authorization", "Host", "Origin"]
        }
      }
    }

    query_strings_config {
      query_string_behavior = each.key == "files" ? "none" : "all"
    }
  }
}

resource "aws_cloudfront_origin_request_policy" "this" {
  for_each = toset(["files", "answers"])

  name = "${var.name}-${each.key}"

  cookies_config {
    cookie_behavior = each.key == "files" ? "none" : "all"
  }

  headers_config {
    header_behavior = each.key == "files" ? "whitelist" : "allViewer"

    dynamic "headers" {
      for_each = each.key == "files" ? [1] : []

      content {
        items = ["Host"]
      }
    }
  }

  query_strings_config {
    query_string_behavior = each.key == "files" ? "none" : "all"
  }
}

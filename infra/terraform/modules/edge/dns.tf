resource "aws_route53_zone" "this" {
  name    = var.domain
  comment = "The mall. Its name servers stand in the parent zone."
}

resource "aws_route53_record" "this" {
  for_each = merge([for site, host in local.hosts : { for type in ["A", "AAAA"] : "${site}-${type}" => { site = site, host = host, type = type } }]...)

  zone_id = aws_route53_zone.this.zone_id
  name    = each.value.host
  type    = each.value.type

  alias {
    name                   = aws_cloudfront_distribution.this[each.value.site].domain_name
    zone_id                = aws_cloudfront_distribution.this[each.value.site].hosted_zone_id
    evaluate_target_health = false
  }
}

# Nobody else issues certificates for the mall.
resource "aws_route53_record" "issuers" {
  zone_id = aws_route53_zone.this.zone_id
  name    = var.domain
  type    = "CAA"
  ttl     = 3600
  records = ["0 issue \"amazon.com\"", "0 issuewild \";\""]
}

resource "aws_acm_certificate" "cloudfront" {
  provider = aws.us_east_1

  domain_name               = local.hosts.mall
  subject_alternative_names = [local.hosts.previews]
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

# CloudFront passes the host on, so the load balancer shows a certificate of the same names.
resource "aws_acm_certificate" "balancer" {
  domain_name               = local.hosts.mall
  subject_alternative_names = [local.hosts.previews]
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

# Of an account, one record proves a name for certificates of every region.
locals {
  proofs = {
    for site, host in local.hosts : site => one([
      for it in aws_acm_certificate.cloudfront.domain_validation_options : it if it.domain_name == host
    ])
  }
}

resource "aws_route53_record" "proof" {
  for_each = local.hosts

  zone_id         = aws_route53_zone.this.zone_id
  name            = local.proofs[each.key].resource_record_name
  type            = local.proofs[each.key].resource_record_type
  records         = [local.proofs[each.key].resource_record_value]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "cloudfront" {
  provider = aws.us_east_1

  certificate_arn         = aws_acm_certificate.cloudfront.arn
  validation_record_fqdns = [for it in aws_route53_record.proof : it.fqdn]
}

resource "aws_acm_certificate_validation" "balancer" {
  certificate_arn         = aws_acm_certificate.balancer.arn
  validation_record_fqdns = [for it in aws_route53_record.proof : it.fqdn]
}

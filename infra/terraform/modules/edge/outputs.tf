output "distribution_arns" {
  value = [for site in sort(keys(local.hosts)) : aws_cloudfront_distribution.this[site].arn]
}

output "distribution_ids" {
  value = { for site, it in aws_cloudfront_distribution.this : site => it.id }
}

output "target_group_arns" {
  description = "By deployment, for TargetGroupBindings."
  value       = { for name, it in aws_lb_target_group.this : name => it.arn }
}

output "balancer" {
  description = "As dimensions of CloudWatch's metrics."
  value       = { balancer = aws_lb.this.arn_suffix, targets = { for name, it in aws_lb_target_group.this : name => it.arn_suffix } }
}

output "name_servers" {
  description = "Of the zone, for the parent zone."
  value       = aws_route53_zone.this.name_servers
}

output "hosts" {
  value = local.hosts
}

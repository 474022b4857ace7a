locals {
  # Deployments behind the load balancer: parts, and the BFF of each micro frontend.
  bff = one([for part in values(var.parts) : part if part.edge_origin == "bff"])
  targets = merge(
    var.parts,
    { for name in var.micro_frontends : "bff-${name}" => merge(local.bff, { path = "/api/${name}/*" }) },
  )
  # The BFF of a micro frontend comes before the one for all others.
  ordered = concat([for name in var.micro_frontends : "bff-${name}"], sort(keys(var.parts)))
}

# It has no public address: CloudFront reaches it by its own network interface.
resource "aws_lb" "this" {
  name                       = var.name
  internal                   = true
  load_balancer_type         = "application"
  subnets                    = var.network.subnet_ids
  security_groups            = [aws_security_group.balancer.id]
  drop_invalid_header_fields = true
  enable_deletion_protection = var.protected
  # CloudFront wrote the visitor's address; parts trust one hop.
  xff_header_processing_mode = "preserve"
  idle_timeout               = 60

  access_logs {
    bucket  = var.log_bucket
    prefix  = "alb"
    enabled = true
  }
}

resource "aws_lb_target_group" "this" {
  for_each = local.targets

  name                 = each.key
  vpc_id               = var.network.vpc_id
  target_type          = "ip"
  port                 = each.value.port
  protocol             = "HTTP"
  deregistration_delay = 30

  health_check {
    path                = each.value.ready
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

resource "aws_lb_listener" "this" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate_validation.balancer.certificate_arn

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "No line of the edge leads here."
      status_code  = "404"
    }
  }
}

# Which line applies is decided once, by CloudFront: it names the origin of the line.
resource "aws_lb_listener_rule" "this" {
  for_each = { for index, name in local.ordered : name => index + 1 }

  listener_arn = aws_lb_listener.this.arn
  priority     = each.value

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[each.key].arn
  }

  condition {
    http_header {
      http_header_name = "x-mall-origin"
      values           = [local.targets[each.key].edge_origin]
    }
  }

  dynamic "condition" {
    for_each = startswith(each.key, "bff-") ? ["/api/${trimprefix(each.key, "bff-")}/*"] : []

    content {
      path_pattern {
        values = [condition.value]
      }
    }
  }
}

resource "aws_cloudfront_vpc_origin" "this" {
  vpc_origin_endpoint_config {
    name                   = var.name
    arn                    = aws_lb.this.arn
    http_port              = 80
    https_port             = 443
    origin_protocol_policy = "https-only"

    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }
}

data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

resource "aws_security_group" "balancer" {
  name        = "${var.name}-balancer"
  description = "The load balancer, from CloudFront only"
  vpc_id      = var.network.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "cloudfront" {
  security_group_id = aws_security_group.balancer.id
  description       = "CloudFront"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.cloudfront.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "pods" {
  for_each = toset([for part in var.parts : tostring(part.port)])

  security_group_id            = aws_security_group.balancer.id
  description                  = "Parts behind the edge"
  referenced_security_group_id = var.pods_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = tonumber(each.key)
  to_port                      = tonumber(each.key)
}

resource "aws_vpc_security_group_ingress_rule" "pods" {
  for_each = toset([for part in var.parts : tostring(part.port)])

  security_group_id            = var.pods_security_group_id
  description                  = "The load balancer"
  referenced_security_group_id = aws_security_group.balancer.id
  ip_protocol                  = "tcp"
  from_port                    = tonumber(each.key)
  to_port                      = tonumber(each.key)
}

# Pods reach AWS without the internet.
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.this.id
  service_name    = "com.amazonaws.${var.region}.s3"
  route_table_ids = concat([for table in aws_route_table.private : table.id], [aws_route_table.data.id])
  tags            = { Name = "${var.name}-s3" }
}

resource "aws_vpc_endpoint" "service" {
  for_each = toset([
    "ec2", "ecr.api", "ecr.dkr", "elasticache", "events", "kinesis-streams", "kms", "logs", "secretsmanager", "sns", "sqs", "sts", "xray",
  ])

  vpc_id            = aws_vpc.this.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.${var.region}.${each.key}"
  # Paid for by zone, like NAT gateways.
  subnet_ids          = [for zone in local.nat_zones : aws_subnet.private[zone].id]
  security_group_ids  = [aws_security_group.endpoints.id]
  private_dns_enabled = true
  tags                = { Name = "${var.name}-${each.key}" }
}

resource "aws_security_group" "endpoints" {
  name        = "${var.name}-endpoints"
  description = "Endpoints of AWS services, for this network"
  vpc_id      = aws_vpc.this.id
  tags        = { Name = "${var.name}-endpoints" }
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  security_group_id = aws_security_group.endpoints.id
  description       = "HTTPS from this network"
  cidr_ipv4         = var.cidrs.all
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

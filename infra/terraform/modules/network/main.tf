resource "aws_vpc" "this" {
  cidr_block           = var.cidrs.all
  enable_dns_hostnames = true
  enable_dns_support   = true
  tags                 = { Name = var.name }
}

# Nothing uses it: without rules it closes what AWS opens by default.
resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
  tags   = { Name = var.name }
}

locals {
  zones = { for index, zone in var.zones : zone => index }
}

resource "aws_subnet" "public" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.cidrs.public, 2, each.value)
  tags              = { Name = "${var.name}-public-${each.key}" }
}

# Network policies know the load balancer by these addresses, so nothing else has one of them.
resource "aws_subnet" "load_balancers" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.cidrs.load_balancers, 2, each.value)
  tags              = { Name = "${var.name}-load-balancers-${each.key}" }
}

resource "aws_subnet" "private" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.cidrs.all, 3, each.value + 1)
  tags = {
    Name                     = "${var.name}-private-${each.key}"
    "karpenter.sh/discovery" = var.name
  }
}

resource "aws_subnet" "data" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.cidrs.data, 2, each.value)
  tags              = { Name = "${var.name}-data-${each.key}" }
}

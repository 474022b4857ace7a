mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name        = "mallhive-dev"
  region      = "eu-central-1"
  cidrs       = { all = "10.40.0.0/16", public = "10.40.4.0/22", load_balancers = "10.40.0.0/22", data = "10.40.16.0/22" }
  zones       = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  zones_alone = false
  log_key_arn = "arn:aws:kms:eu-central-1:123456789012:key/logs"
  log_days    = 7
}

run "engines_have_no_way_to_the_internet" {
  assert {
    condition = alltrue([for it in concat([aws_route.public], values(aws_route.private)) :
      it.route_table_id != aws_route_table.data.id
    ])
    error_message = "The route table of engines has local routes only."
  }

  assert {
    condition     = alltrue([for it in aws_route_table_association.data : it.route_table_id == aws_route_table.data.id])
    error_message = "Every subnet of engines uses it."
  }
}

run "pods_have_no_public_address" {
  assert {
    condition     = alltrue([for it in aws_subnet.private : it.map_public_ip_on_launch != true])
    error_message = "Pods leave through NAT gateways."
  }

  assert {
    condition     = alltrue([for it in aws_route.private : it.gateway_id == null || it.gateway_id == ""])
    error_message = "Private subnets have no internet gateway."
  }
}

run "every_tier_spans_three_zones_and_no_two_subnets_overlap" {
  assert {
    condition = length(distinct([for it in concat(values(aws_subnet.public), values(aws_subnet.load_balancers), values(aws_subnet.private), values(aws_subnet.data)) :
      it.cidr_block
    ])) == 12
    error_message = "Four tiers in three zones."
  }
}

run "one_gateway_serves_all_zones_where_zones_depend_on_each_other" {
  assert {
    condition     = keys(aws_nat_gateway.this) == ["eu-central-1a"]
    error_message = "One NAT gateway is paid for."
  }
}

run "the_loss_of_a_zone_cuts_off_no_other" {
  variables {
    zones_alone = true
  }

  assert {
    condition     = alltrue([for zone, route in aws_route.private : route.nat_gateway_id == aws_nat_gateway.this[zone].id])
    error_message = "Each zone leaves through its own gateway."
  }

  assert {
    condition     = alltrue([for it in aws_vpc_endpoint.service : length(it.subnet_ids) == 3])
    error_message = "Endpoints stand in every zone."
  }
}

run "all_traffic_is_logged_encrypted" {
  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_cloudwatch_log_group.flows.kms_key_id == var.log_key_arn
    error_message = "Flow logs record accepted and refused traffic."
  }
}

run "endpoints_answer_this_network_only" {
  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints.cidr_ipv4 == var.cidrs.all && aws_vpc_security_group_ingress_rule.endpoints.to_port == 443
    error_message = "HTTPS from this network."
  }
}

run "fewer_zones_are_refused" {
  command = plan

  variables {
    zones = ["eu-central-1a", "eu-central-1b"]
  }

  expect_failures = [var.zones]
}

output "vpc_id" {
  value = aws_vpc.this.id
}

output "cidr" {
  value = aws_vpc.this.cidr_block
}

output "private_subnet_ids" {
  description = "One in each zone, for pods and functions."
  value       = [for zone in var.zones : aws_subnet.private[zone].id]
}

output "data_subnet_ids" {
  description = "One in each zone, for engines: without a way to the internet."
  value       = [for zone in var.zones : aws_subnet.data[zone].id]
}

output "load_balancer_subnet_ids" {
  description = "One in each zone, for load balancers: without an address of the internet."
  value       = [for zone in var.zones : aws_subnet.load_balancers[zone].id]
}

output "private_route_table_ids" {
  value = [for zone in var.zones : aws_route_table.private[zone].id]
}

output "s3_prefix_list_id" {
  description = "The addresses of S3 behind this network's endpoint, for rules of security groups."
  value       = aws_vpc_endpoint.s3.prefix_list_id
}

variable "name" {
  type = string
}

variable "account_id" {
  type = string
}

variable "domain" {
  type        = string
  description = "The host of the mall; previews are at preview.<domain>."
}

variable "edge" {
  type        = any
  description = "infra/edge/routes.json."
}

variable "parts" {
  type        = map(object({ port = number, ready = string, edge_origin = string }))
  description = "Parts behind the edge: one target group each."
}

variable "micro_frontends" {
  type        = list(string)
  description = "Each has a BFF of its own, which answers /api/<name>."
}

variable "bucket_domain_names" {
  type        = map(string)
  description = "Of the buckets behind the edge, by origin."
}

variable "log_bucket" {
  type = string
}

variable "network" {
  type        = object({ vpc_id = string, subnet_ids = list(string) })
  description = "Where the load balancer stands. It has no public address."
}

variable "pods_security_group_id" {
  type = string
}

variable "protected" {
  type = bool
}

variable "log_days" {
  type = number
}

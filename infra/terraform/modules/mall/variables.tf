variable "environment" {
  type        = string
  description = "One of dev, staging, production: each has an AWS account of its own."

  validation {
    condition     = contains(["dev", "staging", "production"], var.environment)
    error_message = "The environment is dev, staging or production."
  }
}

variable "domain" {
  type        = string
  description = "The mall's host name, and the name of its zone in Route 53."
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "cidr" {
  type    = string
  default = "10.40.0.0/16"
}

variable "protected" {
  type        = bool
  description = "Data cannot be deleted by accident, and every engine survives the loss of a zone."
}

variable "zones_alone" {
  type        = bool
  description = "Each zone reaches the internet by itself: a NAT gateway for each instead of one for all."
}

variable "database" {
  type        = object({ class = string, gigabytes = number, backup_days = number })
  description = "PostgreSQL: instance class, storage, days back to which it can be restored."
}

variable "cache" {
  type        = object({ class = string, replicas = number })
  description = "Redis: instance class, replicas beside the primary."
}

variable "search" {
  type        = object({ class = string, nodes = number, gigabytes = number })
  description = "OpenSearch: instance class, data nodes, storage of each."
}

variable "nodes" {
  type        = object({ class = string, min = number, max = number })
  description = "The node group of the cluster."
}

variable "log_days" {
  type        = number
  description = "Days for which logs are kept."
}

variable "name" {
  type = string
}

variable "region" {
  type = string
}

variable "account_id" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "clients" {
  type        = map(string)
  description = "The security groups that may connect, by name."
}

variable "search" {
  type        = object({ class = string, nodes = number, gigabytes = number })
  description = "Instance class, data nodes, storage of each."
}

variable "key_arn" {
  type = string
}

variable "log_key_arn" {
  type = string
}

variable "log_days" {
  type = number
}

variable "environment" {
  type = string
}

variable "secrets_key_arn" {
  type = string
}

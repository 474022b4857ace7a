variable "name" {
  type = string
}

variable "account_id" {
  type = string
}

variable "parts" {
  type        = set(string)
  description = "Each has a log group, to which Fluent Bit writes."
}

variable "queues" {
  type        = map(string)
  description = "Queues whose oldest message must not get old, by consumer."
}

variable "dead_letter_queues" {
  type        = map(string)
  description = "Queues that must be empty, by consumer."
}

variable "balancer" {
  type        = object({ balancer = string, targets = map(string) })
  description = "The load balancer and its target groups, as dimensions."
}

variable "database" {
  type        = object({ id = string, gigabytes = number })
  description = "The instance of PostgreSQL, and its storage."
}

variable "stream" {
  type = string
}

variable "functions" {
  type = list(string)
}

variable "mail" {
  type        = list(string)
  description = "Addresses that get alerts when the pager itself is away."
}

variable "monthly_dollars" {
  type        = number
  description = "What the account may cost a month before somebody is told."
}

variable "protected" {
  type        = bool
  description = "Buckets are not deleted with their objects."
}

variable "log_key_arn" {
  type = string
}

variable "log_days" {
  type = number
}

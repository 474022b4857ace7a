variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type        = list(string)
  description = "Subnets without a way to the internet."
}

variable "clients" {
  type        = map(string)
  description = "The security groups that may connect, by name."
}

variable "database" {
  type        = object({ class = string, gigabytes = number, backup_days = number })
  description = "Instance class, storage, days back to which the data can be restored."
}

variable "protected" {
  type        = bool
  description = "Runs in two zones and cannot be deleted."
}

variable "key_arn" {
  type = string
}

variable "secrets_key_arn" {
  type = string
}

variable "log_key_arn" {
  type = string
}

variable "log_days" {
  type = number
}

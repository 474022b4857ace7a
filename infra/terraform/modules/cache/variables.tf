variable "name" {
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

variable "cache" {
  type        = object({ class = string, replicas = number })
  description = "Instance class, replicas beside the primary."
}

variable "users" {
  type        = map(list(string))
  description = "The keys of each user, with * for any characters."
}

variable "commands" {
  type        = string
  description = "The commands that users may run, as rules of an access string."
}

variable "protected" {
  type = bool
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

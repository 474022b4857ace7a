variable "name" {
  type = string
}

variable "cidr" {
  type        = string
  description = "A /16."
}

variable "zones" {
  type        = list(string)
  description = "Availability zones."

  validation {
    condition     = length(var.zones) == 3
    error_message = "The mall spans three zones."
  }
}

variable "zones_alone" {
  type        = bool
  description = "Each zone has a NAT gateway of its own."
}

variable "log_days" {
  type = number
}

variable "log_key_arn" {
  type        = string
  description = "The key that encrypts logs."
}

variable "region" {
  type = string
}

variable "name" {
  type = string
}

variable "cidrs" {
  type        = object({ all = string, public = string, load_balancers = string, data = string })
  description = "Of the network, a /16, and in it of NAT gateways, load balancers and engines, a /22 each within the first /19."
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

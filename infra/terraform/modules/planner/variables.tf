variable "name" {
  type = string
}

variable "environment" {
  type = string
}

variable "repository" {
  type        = string
  description = "As <organisation>/<repository>."
}

variable "oidc_provider_arn" {
  type        = string
  description = "GitHub, as an issuer of tokens."
}

variable "state_bucket_arn" {
  type = string
}

variable "state_key_arn" {
  type = string
}

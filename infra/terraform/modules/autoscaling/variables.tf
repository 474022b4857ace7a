variable "name" {
  type = string
}

variable "region" {
  type = string
}

variable "account_id" {
  type = string
}

variable "cluster" {
  type = object({
    name              = string
    issuer            = string
    oidc_provider_arn = string
    node_role_arn     = string
    node_role_name    = string
  })
}

variable "name" {
  type = string
}


variable "cluster" {
  type        = object({ issuer = string, oidc_provider_arn = string })
  description = "Who issues tokens of service accounts."
}

variable "workloads" {
  type = map(object({
    topics  = list(string)
    buses   = list(string)
    queues  = list(string)
    dead    = list(string)
    reads   = list(string)
    writes  = list(string)
    lists   = list(string)
    secrets = list(string)
    signs   = list(string)
  }))
  description = "What each service account may use, as ARNs."
}

variable "controllers" {
  type = map(object({
    namespace = string
    account   = string
    statements = map(object({
      actions   = list(string)
      resources = list(string)
      equals    = optional(map(string), {})
    }))
  }))
  description = "Controllers of the cluster that ask AWS for something, and conditions of their rights."
}

variable "keys" {
  type        = object({ secrets = string, messages = string })
  description = "The keys that encrypt what parts use."
}

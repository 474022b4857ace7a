variable "name" {
  type = string
}

variable "account_id" {
  type = string
}

variable "region" {
  type = string
}

variable "lake" {
  type        = object({ arn = string, key_arn = string })
  description = "What models learn from."
}

variable "images" {
  type        = list(string)
  description = "Repositories of the images that jobs run."
}

variable "network" {
  type        = object({ vpc_id = string, subnet_ids = list(string) })
  description = "Where jobs run: they have no way to the internet."
}

variable "pipeline_definition" {
  type        = string
  description = "infra/mlops' SageMaker pipeline as JSON."
}

variable "protected" {
  type = bool
}

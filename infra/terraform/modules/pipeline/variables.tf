variable "name" {
  type = string
}

variable "account_id" {
  type = string
}

variable "registry" {
  type        = string
  description = "The host of the repositories."
}

variable "image_repository_arns" {
  type        = list(string)
  description = "Where images are pushed."
}

variable "image_signing_key_arn" {
  type = string
}

variable "keys" {
  type        = object({ images = string, logs = string })
  description = "Keys by purpose: of images and what pipelines hand on, and of logs."
}

variable "protected" {
  type = bool
}

variable "log_days" {
  type = number
}

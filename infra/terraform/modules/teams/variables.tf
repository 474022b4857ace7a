variable "name" {
  type = string
}

variable "environment" {
  type = string
}

variable "account_id" {
  type = string
}

variable "teams" {
  type        = map(string)
  description = "The repository of each micro frontend's team, as <organisation>/<repository>."
}

variable "platform_repository" {
  type = string
}

variable "release_bucket_arn" {
  type = string
}

variable "release_key_arns" {
  type        = map(string)
  description = "The key with which each team signs."
}

variable "image_repository_arns" {
  type = list(string)
}

variable "image_signing_key_arn" {
  type = string
}

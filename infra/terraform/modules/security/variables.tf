variable "name" {
  type = string
}

variable "region" {
  type = string
}

variable "account_id" {
  type = string
}

variable "alerts_topic_arn" {
  type        = string
  description = "Gets findings that a person must see."
}

variable "protected" {
  type = bool
}

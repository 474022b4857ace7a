variable "repositories" {
  type        = set(string)
  description = "One for each role of an image."
}

variable "key_arn" {
  type = string
}

variable "pulling_account_ids" {
  type        = list(string)
  description = "Other accounts that run these images: images are built once and promoted."
}

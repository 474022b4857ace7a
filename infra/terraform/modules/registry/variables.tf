variable "repositories" {
  type        = set(string)
  description = "One for each role of an image."
}

variable "key_arn" {
  type = string
}

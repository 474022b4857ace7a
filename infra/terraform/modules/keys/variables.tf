variable "name" {
  type = string
}

variable "region" {
  type = string
}

variable "account_id" {
  type = string
}

variable "signers" {
  type        = set(string)
  description = "Who signs releases and pointers to them: each gets a key of its own."
}

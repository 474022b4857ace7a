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

variable "verifying_account_ids" {
  type        = list(string)
  description = "Other accounts that run images which this one signs."
}

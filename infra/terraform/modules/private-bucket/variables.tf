variable "name" {
  description = "The bucket's name, unique in the world."
  type        = string
}

variable "key_arn" {
  description = "The key that encrypts its objects; without one S3's own does."
  type        = string
  default     = null
}

variable "kept_days" {
  description = "For how long objects below a prefix are kept, \"\" for all. Prefixes without an entry are kept."
  type        = map(number)
}

variable "superseded_days" {
  description = "For how long versions that were replaced or deleted are kept."
  type        = number
}

variable "locked_days" {
  description = "For how long no person may change or delete an object, the account's owner included."
  type        = number
  default     = null
}

variable "statements" {
  description = "What its policy allows besides what roles may do."
  type        = any
  default     = []
}

variable "protected" {
  description = "Whether the bucket may be destroyed only when it is empty."
  type        = bool
}

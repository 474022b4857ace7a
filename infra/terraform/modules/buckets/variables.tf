variable "name" {
  type = string
}

variable "account_id" {
  type = string
}

variable "buckets" {
  type        = map(string)
  description = "Names in infra/mall.ts of the buckets behind the edge, by origin: their policies are in infra/buckets."
}

variable "distribution_arns" {
  type        = list(string)
  description = "The CloudFront distributions that read the buckets."
}

variable "protected" {
  type        = bool
  description = "Versions cannot be deleted for 30 days, and buckets are not deleted with their objects."
}

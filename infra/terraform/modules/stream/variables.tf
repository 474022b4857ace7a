variable "name" {
  type = string
}

variable "account_id" {
  type = string
}

variable "lambda_image" {
  type        = string
  description = "The image of functions, by digest; without one the stream is archived only."
}

variable "bus" {
  type        = object({ name = string, key_arn = string, sources = list(string) })
  description = "Where events come from: the bus, the key of its queues, the topics that are published over it."
}

variable "warehouse" {
  type        = object({ subnet_ids = list(string), vpc_id = string, s3_prefix_list_id = string, capacity = number })
  description = "Redshift Serverless: where it stands, the way to the lake, and its base capacity in RPUs."
}

variable "protected" {
  type = bool
}

variable "log_days" {
  type = number
}

variable "log_key_arn" {
  type = string
}

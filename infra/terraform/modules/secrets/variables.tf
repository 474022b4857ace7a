variable "name" {
  type = string
}

variable "environment" {
  type = string
}

variable "workloads" {
  type        = map(list(string))
  description = "The secret variables of each workload."
}

variable "key_arn" {
  type = string
}

variable "protected" {
  type        = bool
  description = "A deleted secret can be brought back for a month instead of a week."
}

variable "rotation" {
  type = object({
    image             = optional(string)
    vpc_id            = string
    cidr              = string
    subnet_ids        = list(string)
    administrator_arn = string
    redis_user_arns   = map(string)
    log_key_arn       = string
    log_days          = number
  })
  description = "The function that changes passwords: its image (none: nothing rotates yet), where it runs, the secret of the database's administrator, the users of Redis by workload."
}

variable "name" {
  type = string
}

variable "environment" {
  type = string
}

variable "account_id" {
  type = string
}

variable "lambda_image" {
  type        = string
  description = "The image of functions, by digest; without one no function is made."
}

variable "jobs" {
  type        = map(object({ schedule = string, part = string, secret_arn = string }))
  description = "Scheduled jobs: when, and the part whose secret and network they use."
}

variable "network" {
  type        = object({ subnet_ids = list(string), security_group_ids = list(string) })
  description = "Where jobs run that need the database."
}

variable "keys" {
  type        = object({ messages = string, secrets = string, logs = string })
  description = "Keys by purpose."
}

variable "log_days" {
  type = number
}

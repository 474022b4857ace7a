variable "environment" {
  type        = string
  description = "One of dev, staging, production: each has an AWS account of its own."

  validation {
    condition     = contains(["dev", "staging", "production"], var.environment)
    error_message = "The environment is dev, staging or production."
  }
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "protected" {
  type        = bool
  description = "Data cannot be deleted by accident, and every engine survives the loss of a zone."
}

variable "zones_alone" {
  type        = bool
  description = "Each zone reaches the internet by itself: a NAT gateway for each instead of one for all."
}

variable "database" {
  type        = object({ class = string, gigabytes = number, backup_days = number })
  description = "PostgreSQL: instance class, storage, days back to which it can be restored."
}

variable "cache" {
  type        = object({ class = string, replicas = number })
  description = "Redis: instance class, replicas beside the primary."
}

variable "search" {
  type        = object({ class = string, nodes = number, gigabytes = number })
  description = "OpenSearch: instance class, data nodes, storage of each."
}

variable "nodes" {
  type        = object({ class = string, min = number, max = number })
  description = "The node group of the cluster."
}

variable "log_days" {
  type        = number
  description = "Days for which logs are kept."
}

variable "administrators" {
  type        = map(string)
  description = "Roles of people who administer the cluster, by name."
  default     = {}
}

variable "readers" {
  type        = map(string)
  description = "Roles of people who may read the mall's namespace, by name."
  default     = {}
}

variable "admin_cidrs" {
  type        = list(string)
  description = "Networks from which people reach the cluster's API; without any it is private."
  default     = []
}

variable "lambda_image" {
  type        = string
  description = "The image of functions, by its digest. Without one, as on the first day, functions are not made."
  default     = null
}

variable "platform_repository" {
  type        = string
  description = "The platform's repository on GitHub, also that of teams without one."
  default     = "mallhive/mallhive"
}

variable "team_repositories" {
  type        = map(string)
  description = "Repositories of teams that have their own."
  default     = {}
}

variable "warehouse_capacity" {
  type        = number
  description = "Redshift Serverless: base capacity in RPUs. It costs only while queries run."
  default     = 8
}

variable "alert_mail" {
  type        = list(string)
  description = "Addresses that get alarms of CloudWatch, findings and budgets."
  default     = []
}

variable "monthly_dollars" {
  type        = number
  description = "What the account may cost a month before somebody is told."
  default     = 3000
}

variable "name" {
  type = string
}

variable "kubernetes_version" {
  type    = string
  default = "1.33"
}

variable "vpc_id" {
  type = string
}

variable "private_subnet_ids" {
  type = list(string)
}

variable "nodes" {
  type        = object({ class = string, min = number, max = number })
  description = "The node group: what must run on nodes, among it the mesh and daemons. Karpenter adds others."
}

variable "administrators" {
  type        = map(string)
  description = "Roles of people who administer the cluster, by name."
  default     = {}
}

variable "readers" {
  type        = map(string)
  description = "Roles that may read the mall's namespace, by name: on-call."
  default     = {}
}

variable "admin_cidrs" {
  type        = list(string)
  description = "Networks from which people reach the API server; without any it is private."
  default     = []
}

variable "key_arn" {
  type        = string
  description = "The key that encrypts secrets of Kubernetes."
}

variable "log_key_arn" {
  type = string
}

variable "log_days" {
  type = number
}

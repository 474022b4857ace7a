variable "name" {
  type = string
}

variable "account_id" {
  type = string
}

variable "topics" {
  type        = list(string)
  description = "A topic for each part that publishes."
}

variable "parts" {
  type = map(object({
    publishes  = optional(string)
    event_bus  = optional(bool, false)
    queue      = optional(string)
    subscribes = map(list(string))
  }))
  description = "What each part publishes, its queue, and the event types that it handles, by topic."
}

variable "archive_days" {
  type        = number
  description = "Days for which events on the bus can be replayed."
}

output "role_arns" {
  description = "Roles by service account of the mall's namespace."
  value       = { for account, role in aws_iam_role.workload : account => role.arn }
}

output "controller_role_arns" {
  value = { for controller, role in aws_iam_role.controller : controller => role.arn }
}

output "team_role_arns" {
  value = { for team, role in aws_iam_role.team : team => role.arn }
}

output "images_role_arn" {
  value = aws_iam_role.images.arn
}

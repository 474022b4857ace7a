# Who may enter from where, and who is told. Replace them before the first plan.
administrators = { platform = "arn:aws:iam::222222222222:role/platform-administrator" }
readers = {
  developers = "arn:aws:iam::222222222222:role/developer"
  on-call    = "arn:aws:iam::222222222222:role/on-call"
}
admin_cidrs = ["192.0.2.0/24"]
alert_mail  = ["on-call@mall.example"]

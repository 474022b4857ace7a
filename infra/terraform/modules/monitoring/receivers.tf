# Where Alertmanager sends: what wakes a person, what waits, and the heartbeat, whose absence somebody outside must notice.
resource "aws_sns_topic" "receiver" {
  for_each = toset(["pages", "tickets", "heartbeat"])

  name              = "${var.name}-${each.key}"
  kms_master_key_id = aws_kms_key.alerts.arn
}

resource "aws_sns_topic_subscription" "receiver" {
  for_each = { for it in setproduct(["pages", "tickets"], var.mail) : join(" ", it) => { topic = it[0], mail = it[1] } }

  topic_arn = aws_sns_topic.receiver[each.value.topic].arn
  protocol  = "email"
  endpoint  = each.value.mail
}

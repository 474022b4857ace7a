locals {
  # infra/buckets has the policies that the local S3 enforces; here the edge is the distributions.
  readers = {
    for origin, bucket in var.buckets : origin => jsondecode(replace(
      replace(
        file("${path.module}/../../../buckets/${bucket}.policy.json"),
        "\"$${edge_distribution_arn}\"", jsonencode(var.distribution_arns)
      ),
      "arn:aws:s3:::${bucket}", aws_s3_bucket.this[origin].arn
    )).Statement
  }

  writers = concat(
    [{
      Sid       = "LoadBalancersWrite"
      Effect    = "Allow"
      Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "${aws_s3_bucket.this["access-logs"].arn}/alb/AWSLogs/${var.account_id}/*"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }],
    [for origin, _ in var.buckets : {
      Sid       = "BucketWrites${title(origin)}"
      Effect    = "Allow"
      Principal = { Service = "logging.s3.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "${aws_s3_bucket.this["access-logs"].arn}/s3/${origin}/*"
      Condition = {
        StringEquals = { "aws:SourceAccount" = var.account_id }
        ArnEquals    = { "aws:SourceArn" = aws_s3_bucket.this[origin].arn }
      }
    }],
  )

  only_encrypted = {
    for key, bucket in aws_s3_bucket.this : key => [{
      Sid       = "OnlyEncrypted"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [bucket.arn, "${bucket.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  }
}

resource "aws_s3_bucket_policy" "this" {
  for_each = var.buckets

  bucket = aws_s3_bucket.this[each.key].id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([for it in local.readers[each.key] : it], [for it in local.only_encrypted[each.key] : it])
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}

# A load balancer is refused whose logs cannot be written, and distributions need the load balancer: this policy waits for neither.
resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.this["access-logs"].id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([for it in local.writers : it], [for it in local.only_encrypted["access-logs"] : it])
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}

output "arns" {
  description = "Keys by purpose."
  value       = { for purpose, key in aws_kms_key.purpose : purpose => key.arn }
}

output "image_signing_key_arn" {
  value = aws_kms_key.image.arn
}

output "release_key_arns" {
  description = "Keys by signer."
  value = { for signer in var.signers :
    signer => aws_cloudformation_stack.release_keys.outputs["Key${local.ids[signer]}"]
  }
}

/** Attributes by type. */
export type Forgotten = Record<string, string[]>

/** Attributes that moto takes and does not give back as they were: a second plan differs in them. */
export const forgotten: Forgotten = {
  aws_cloudfront_distribution: [
    'default_cache_behavior',
    'ordered_cache_behavior',
    'origin',
    'viewer_certificate',
  ],
  aws_cloudfront_vpc_origin: ['tags_all'],
  aws_kinesis_stream: ['tags_all'],
  aws_kms_key: ['rotation_period_in_days'],
  aws_lambda_function: ['logging_config'],
  aws_vpc_security_group_egress_rule: ['description'],
  aws_vpc_security_group_ingress_rule: ['description'],
}

/** Modules that are not applied to the emulator, why, and what stands in for their outputs. */
export const absentModules: Record<string, { why: string; outputs: Record<string, unknown> }> = {
  cache: {
    why: 'ElastiCache: a replication group that was made is not found',
    outputs: { address: 'cache.internal', user_arns: {} },
  },
  data: {
    why: 'RDS: the provider waits three minutes for an instance that is there at once',
    outputs: {
      address: 'database.internal',
      instance_id: 'mallhive-dev',
      administrator_secret_arn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:database',
    },
  },
  search: {
    why: 'OpenSearch: a domain never becomes ready',
    outputs: {
      endpoint: 'https://search.internal',
      domain_arn: 'arn:aws:es:eu-central-1:123456789012:domain/mallhive-dev',
      administrator_secret_arn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:search',
    },
  },
}

/** Single resources that are not, and why. */
export const absentResources: Record<string, string> = {
  'aws_redshiftserverless_namespace.this': 'Redshift Serverless is answered 500',
  'aws_redshiftserverless_workgroup.this': 'Redshift Serverless is answered 500',
  'aws_athena_workgroup.lake': 'Athena: tags of a workgroup are answered 400',
  'aws_sqs_queue_redrive_allow_policy.dead': 'SQS forgets RedriveAllowPolicy, and the provider waits for it',
}

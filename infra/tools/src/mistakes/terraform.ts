import type { Mistake } from './mistake.ts'

const module = (path: string) => `infra/terraform/modules/${path}.tf`

/** Mistakes that plans of the environments show, or that a module's test refuses where a plan does not know its policies yet. */
export const terraformMistakes: Mistake[] = [
  mistake(
    'a role that may do everything with topics',
    [module('identity/main'), 'actions = ["sns:Publish"]', 'actions = ["sns:*"]'],
    /"@testrun":"no_right_is_a_wildcard"/,
    'modules',
  ),
  mistake(
    'a queue without dead letters',
    [
      module('messaging/main'),
      '  redrive_policy = jsonencode({\n    deadLetterTargetArn = aws_sqs_queue.dead[each.key].arn\n    maxReceiveCount     = 5\n  })\n',
      '',
    ],
    /every queue has a dead-letter queue or is one: .*\.messaging\.aws_sqs_queue\.this/,
  ),
  mistake(
    'a database that is not encrypted',
    [module('data/main'), 'storage_encrypted     = true', 'storage_encrypted     = false'],
    /data is encrypted where it lies: .*\.data\.aws_db_instance\.this/,
  ),
  mistake(
    'a database with a public address',
    [module('data/main'), 'publicly_accessible    = false', 'publicly_accessible    = true'],
    /engines have no public address: .*\.data\.aws_db_instance\.this/,
  ),
  mistake(
    'a database in production that may be deleted',
    [module('data/main'), 'deletion_protection       = var.protected', 'deletion_protection       = false'],
    /production: production is protected against deletion and the loss of a zone: .*\.data\.aws_db_instance\.this/,
  ),
  mistake(
    'a security group that is open to everybody',
    [module('network/endpoints'), 'cidr_ipv4         = var.cidrs.all', 'cidr_ipv4         = "0.0.0.0/0"'],
    /no security group is open to everybody: .*\.network\.aws_vpc_security_group_ingress_rule/,
  ),
  mistake(
    'a bucket that a policy may make public',
    [module('buckets/main'), 'block_public_policy     = true', 'block_public_policy     = false'],
    /no bucket is public: .*\.buckets\.aws_s3_bucket/,
  ),
  mistake(
    'a secret with no key of its own',
    [module('secrets/main'), '  kms_key_id              = var.key_arn\n', ''],
    /data is encrypted where it lies: .*\.secrets\.aws_secretsmanager_secret\.workload/,
  ),
  mistake(
    'resources without tags',
    [
      'infra/terraform/environments/production/main.tf',
      '  default_tags {\n    tags = local.tags\n  }\n}\n\n# CloudFront',
      '}\n\n# CloudFront',
    ],
    /production: everything says which project and environment it belongs to: /,
  ),
]

function mistake(
  name: string,
  [file, find, replace]: [file: string, find: string, replace: string],
  reason: RegExp,
  refusedBy = 'plans',
): Mistake {
  return { name, kind: 'terraform', patch: { file, find, replace }, refusedBy, reason }
}

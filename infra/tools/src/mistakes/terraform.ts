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
    'a security group that is open to half of the internet',
    [module('network/endpoints'), 'cidr_ipv4         = var.cidrs.all', 'cidr_ipv4         = "128.0.0.0/1"'],
    /security groups let in private networks only: .*\.network\.aws_vpc_security_group_ingress_rule/,
  ),
  mistake(
    'a registry for an account that is not the mall’s',
    [
      module('registry/main'),
      'for account in var.pulling_account_ids :',
      'for account in concat(var.pulling_account_ids, ["999999999999"]) :',
    ],
    /production: no account but those of the mall is let in: .*\.registry\./,
  ),
  mistake(
    'a role that starts machines with any service',
    [
      module('autoscaling/role'),
      '    condition {\n      test     = "StringEquals"\n      variable = "iam:PassedToService"\n      values   = ["ec2.amazonaws.com"]\n    }\n',
      '',
    ],
    /a role is passed to a named service only: .*\.autoscaling\..* PassNodeRole/,
  ),
  mistake(
    'a role that reads every secret by a policy of AWS',
    [
      module('data/monitoring'),
      'policy/service-role/AmazonRDSEnhancedMonitoringRole',
      'policy/SecretsManagerReadWrite',
    ],
    /policies of AWS are for the service that takes the role: .*\.data\./,
  ),
  mistake(
    'a dead-letter queue that forgets',
    [
      module('stream/from-bus'),
      'bus-to-stream-failed"\n  message_retention_seconds = 1209600',
      'bus-to-stream-failed"\n  message_retention_seconds = 3600',
    ],
    /what failed is kept for two weeks: .*\.stream\.aws_sqs_queue\.undelivered/,
  ),
  mistake(
    'alarms without actions',
    [module('monitoring/main'), 'alarm_actions      = [aws_sns_topic.alerts.arn]', 'alarm_actions      = []'],
    /every alarm has an action: .*\.monitoring\.aws_cloudwatch_metric_alarm\.this/,
  ),
  mistake(
    'a queue to which a service brings what any account sends',
    [
      module('autoscaling/main'),
      'test     = "ArnLike"\n      variable = "aws:SourceArn"',
      'test     = "Bool"\n      variable = "aws:SecureTransport"',
    ],
    /a service of AWS acts only for whom a condition names: .*\.autoscaling\..* Events/,
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

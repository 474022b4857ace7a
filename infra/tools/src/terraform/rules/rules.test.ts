import { expect, test } from 'vitest'

import type { Plan, Values } from '../plan.ts'
import { rules } from '../broken-rules.ts'
import { Planned } from './rule.ts'

const tagged = { tags_all: { project: 'mallhive', environment: 'production', 'managed-by': 'terraform' } }

/** A plan of resources by address; values that are undefined are known later. */
function planOf(resources: Record<string, Values>): Plan {
  return {
    resource_changes: Object.entries(resources).map(([address, values]) => ({
      address,
      mode: address.startsWith('data.') ? 'data' : 'managed',
      type: address.replace('data.', '').split('.')[0] ?? '',
      change: { after: JSON.parse(JSON.stringify(values)) },
    })),
    configuration: {
      root_module: {
        resources: Object.entries(resources).map(([address, expressions]) => ({ address, expressions })),
      },
    },
  }
}

const broken = (resources: Record<string, Values>, environment = 'production') => {
  const planned = new Planned(planOf(resources), environment)
  return Object.entries(rules).flatMap(([name, rule]) => (rule(planned).length > 0 ? name : []))
}

const statement = (allowed: Values) => ({
  statement: [{ effect: 'Allow', principals: [], condition: [], ...allowed }],
})
const web = {
  actions: ['sts:AssumeRoleWithWebIdentity'],
  principals: [{ type: 'Federated', identifiers: ['arn:oidc'] }],
}
const database = {
  ...tagged,
  storage_encrypted: true,
  kms_key_id: undefined,
  deletion_protection: true,
  multi_az: true,
  skip_final_snapshot: false,
  backup_retention_period: 35,
}
const closed = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
}
const bucket = (others: Record<string, Values> = {}) => ({
  'aws_s3_bucket.it': tagged,
  'aws_s3_bucket_public_access_block.it': closed,
  'aws_s3_bucket_server_side_encryption_configuration.it': {},
  'aws_s3_bucket_versioning.it': { versioning_configuration: [{ status: 'Enabled' }] },
  'aws_s3_bucket_lifecycle_configuration.it': {},
  ...others,
})

test.each<[string, Record<string, Values>]>([
  ['a protected database', { 'aws_db_instance.it': database }],
  ['a closed bucket', bucket()],
  [
    'a queue with a dead-letter queue',
    { 'aws_sqs_queue.it': { name: 'it', redrive_policy: undefined, kms_master_key_id: 'k' } },
  ],
  [
    'a dead-letter queue',
    {
      'aws_sqs_queue.it': {
        name: 'it-dlq',
        sqs_managed_sse_enabled: true,
        message_retention_seconds: 1_209_600,
      },
    },
  ],
  [
    'a right to a folder of a bucket',
    {
      'data.aws_iam_policy_document.it': statement({
        actions: ['s3:GetObject'],
        resources: ['arn:aws:s3:::releases/mfe/cart/*'],
      }),
    },
  ],
  [
    'a refusal of everything',
    { 'data.aws_iam_policy_document.it': statement({ effect: 'Deny', actions: ['s3:*'], resources: ['*'] }) },
  ],
  [
    'a listener that redirects',
    { 'aws_lb_listener.it': { protocol: 'HTTP', default_action: [{ type: 'redirect' }] } },
  ],
])('%s breaks no rule', (_, resources) => {
  expect(broken(resources)).toEqual([])
})

test.each<[string, Record<string, Values>, string]>([
  [
    'a database without encryption',
    { 'aws_db_instance.it': { ...database, storage_encrypted: false } },
    'data is encrypted where it lies',
  ],
  [
    'a secret without a key of its own',
    { 'aws_secretsmanager_secret.it': tagged },
    'data is encrypted where it lies',
  ],
  [
    'a parameter group that allows plain connections',
    { 'aws_db_parameter_group.it': { parameter: [{ name: 'rds.force_ssl', value: '0' }] } },
    'connections are encrypted',
  ],
  [
    'a distribution that answers without TLS',
    {
      'aws_cloudfront_distribution.it': {
        default_cache_behavior: [{ viewer_protocol_policy: 'https-only' }],
        ordered_cache_behavior: [{ viewer_protocol_policy: 'allow-all' }],
      },
    },
    'connections are encrypted',
  ],
  [
    'a key that never changes',
    { 'aws_kms_key.it': { deletion_window_in_days: 30 } },
    'keys that encrypt rotate',
  ],
  [
    'a public database',
    { 'aws_db_instance.it': { ...database, publicly_accessible: true } },
    'engines have no public address',
  ],
  [
    'a security group open to all of IPv6',
    { 'aws_vpc_security_group_ingress_rule.it': { cidr_ipv6: '::/0' } },
    'security groups let in private networks only',
  ],
  [
    'a security group open inline',
    { 'aws_security_group.it': { ingress: [{ cidr_blocks: ['0.0.0.0/0'] }] } },
    'security groups let in private networks only',
  ],
  [
    'a bucket that may become public',
    bucket({ 'aws_s3_bucket_public_access_block.it': { ...closed, block_public_policy: false } }),
    'no bucket is public',
  ],
  [
    'an open API of the cluster',
    {
      'aws_eks_cluster.it': {
        encryption_config: [{ resources: ['secrets'] }],
        vpc_config: [{ endpoint_public_access: true }],
      },
    },
    'the API of the cluster is private unless networks are named',
  ],
  [
    'a wildcard action',
    {
      'data.aws_iam_policy_document.it': statement({
        actions: ['s3:*'],
        resources: ['arn:aws:s3:::releases'],
      }),
    },
    'every action is named',
  ],
  [
    'all actions but one',
    {
      'aws_iam_role_policy.it': {
        policy: '{"Statement":{"Effect":"Allow","NotAction":"iam:*","Resource":"arn:aws:s3:::a"}}',
      },
    },
    'every action is named',
  ],
  [
    'a right to all queues of the account',
    {
      'data.aws_iam_policy_document.it': statement({
        actions: ['sqs:SendMessage'],
        resources: ['arn:aws:sqs:eu-central-1:123456789012:*'],
      }),
    },
    'every resource is named',
  ],
  [
    'a bucket policy for everybody',
    {
      'aws_s3_bucket_policy.it': {
        policy:
          '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*"}]}',
      },
    },
    'no statement lets everybody in',
  ],
  [
    'a role for every subject of an issuer',
    {
      'data.aws_iam_policy_document.it': statement({
        ...web,
        condition: [{ test: 'StringEquals', variable: 'token.actions.githubusercontent.com:aud' }],
      }),
    },
    'a token gives a role only to its named subject',
  ],
  [
    'a role for subjects by pattern',
    {
      'data.aws_iam_policy_document.it': statement({
        ...web,
        condition: [
          { test: 'StringEquals', variable: 'issuer:aud' },
          { test: 'StringLike', variable: 'issuer:sub' },
        ],
      }),
    },
    'a token gives a role only to its named subject',
  ],
  [
    'a role of an administrator',
    { 'aws_iam_role_policy_attachment.it': { policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' } },
    'policies of AWS are for the service that takes the role',
  ],
  [
    'all resources but one',
    {
      'data.aws_iam_policy_document.it': statement({
        actions: ['s3:GetObject'],
        not_resources: ['arn:aws:s3:::a'],
      }),
    },
    'every resource is named',
  ],
  [
    'all principals but one',
    {
      'aws_sqs_queue_policy.it': {
        policy:
          '{"Statement":{"Effect":"Allow","NotPrincipal":{"AWS":"a"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:r:1:q"}}',
      },
    },
    'no statement lets everybody in',
  ],
  [
    'a bucket policy for everybody who uses TLS',
    {
      'data.aws_iam_policy_document.it': statement({
        actions: ['s3:GetObject'],
        principals: [{ type: 'AWS', identifiers: ['*'] }],
        condition: [{ test: 'Bool', variable: 'aws:SecureTransport' }],
      }),
    },
    'no statement lets everybody in',
  ],
  [
    'a queue to which a service brings what any account sends',
    {
      'data.aws_iam_policy_document.it': statement({
        actions: ['sqs:SendMessage'],
        principals: [{ type: 'Service', identifiers: ['sns.amazonaws.com'] }],
      }),
    },
    'a service of AWS acts only for whom a condition names',
  ],
  [
    'a bucket policy for an account that is not the mall’s',
    {
      'data.aws_iam_policy_document.it': statement({
        actions: ['s3:GetObject'],
        principals: [{ type: 'AWS', identifiers: ['arn:aws:iam::999999999999:root'] }],
      }),
    },
    'no account but those of the mall is let in',
  ],
  [
    'a role that may be passed to every service',
    {
      'data.aws_iam_policy_document.it': statement({
        actions: ['iam:PassRole'],
        resources: ['arn:aws:iam::111111111111:role/node'],
      }),
    },
    'a role is passed to a named service only',
  ],
  [
    'a role that may give itself rights',
    {
      'data.aws_iam_policy_document.it': statement({
        actions: ['iam:PutRolePolicy'],
        resources: ['arn:aws:iam::111111111111:role/cart'],
      }),
    },
    'nothing of the mall changes what roles may do',
  ],
  ['a key that lives on', { 'aws_iam_access_key.it': {} }, 'no user has a key or a password that lives on'],
  [
    'a security group open to half of the internet',
    { 'aws_vpc_security_group_ingress_rule.it': { cidr_ipv4: '128.0.0.0/1' } },
    'security groups let in private networks only',
  ],
  [
    'a security group that lets out to everybody',
    { 'aws_vpc_security_group_egress_rule.it': { cidr_ipv4: '0.0.0.0/0' } },
    'security groups let out to named networks only',
  ],
  [
    'a dead-letter queue that forgets',
    {
      'aws_sqs_queue.it': { name: 'it-dlq', sqs_managed_sse_enabled: true, message_retention_seconds: 3600 },
    },
    'what failed is kept for two weeks',
  ],
  ['an alarm without actions', { 'aws_cloudwatch_metric_alarm.it': {} }, 'every alarm has an action'],
  [
    'a database that can be deleted',
    { 'aws_db_instance.it': { ...database, deletion_protection: false } },
    'production is protected against deletion and the loss of a zone',
  ],
  [
    'a bucket without versions',
    bucket({ 'aws_s3_bucket_versioning.it': {} }),
    'buckets keep earlier versions',
  ],
  [
    'a log group that grows for ever',
    { 'aws_cloudwatch_log_group.it': { kms_key_id: 'k', retention_in_days: 0 } },
    'nothing is kept for ever by accident',
  ],
  [
    'a queue that loses what cannot be parsed',
    { 'aws_sqs_queue.it': { name: 'it', kms_master_key_id: 'k' } },
    'every queue has a dead-letter queue or is one',
  ],
  [
    'a resource without an owner',
    { 'aws_vpc.it': { tags_all: { project: 'mallhive' } } },
    'everything says which project and environment it belongs to',
  ],
])('%s is refused', (_, resources, rule) => {
  expect(broken(resources)).toEqual([rule])
})

test('dev may lose a database that shoppers never see', () => {
  const dev = { ...database, multi_az: false, tags_all: { ...tagged.tags_all, environment: 'dev' } }
  expect(broken({ 'aws_db_instance.it': dev }, 'dev')).toEqual([])
})

test('a resource that is deleted breaks no rule', () => {
  const plan: Plan = {
    resource_changes: [
      { address: 'aws_sqs_queue.old', mode: 'managed', type: 'aws_sqs_queue', change: { after: null } },
    ],
  }
  const planned = new Planned(plan, 'production')
  expect(Object.entries(rules).flatMap(([name, rule]) => (rule(planned).length > 0 ? name : []))).toEqual([])
})

import { type Resource } from '../plan.ts'
import { type Rule, addressesOf, block, isSet } from './rule.ts'

/** Attributes that name the key or switch encryption on, by type of resource. */
const atRest: Record<string, (resource: Resource) => boolean> = {
  aws_db_instance: (it) => it.values['storage_encrypted'] === true && isSet(it, 'kms_key_id'),
  aws_elasticache_replication_group: (it) =>
    String(it.values['at_rest_encryption_enabled']) === 'true' && isSet(it, 'kms_key_id'),
  aws_opensearch_domain: ({ values }) => block(values, 'encrypt_at_rest')['enabled'] === true,
  aws_redshiftserverless_namespace: (it) => isSet(it, 'kms_key_id'),
  aws_kinesis_stream: ({ values }) => values['encryption_type'] === 'KMS',
  aws_sqs_queue: (it) => it.values['sqs_managed_sse_enabled'] === true || isSet(it, 'kms_master_key_id'),
  aws_sns_topic: (it) => isSet(it, 'kms_master_key_id'),
  aws_secretsmanager_secret: (it) => isSet(it, 'kms_key_id'),
  aws_cloudwatch_log_group: (it) => isSet(it, 'kms_key_id'),
  aws_ecr_repository: ({ values }) => block(values, 'encryption_configuration')['encryption_type'] === 'KMS',
  aws_eks_cluster: ({ values }) => 'resources' in block(values, 'encryption_config'),
  aws_launch_template: ({ values }) =>
    ((values['block_device_mappings'] ?? []) as Record<string, unknown>[]).every(
      (disk) => String(block(disk, 'ebs')['encrypted']) === 'true',
    ),
}

/** What takes only encrypted connections. */
const inTransit: Record<string, (resource: Resource) => boolean> = {
  aws_db_parameter_group: ({ values }) =>
    ((values['parameter'] ?? []) as { name: string; value: string }[]).some(
      ({ name, value }) => name === 'rds.force_ssl' && value === '1',
    ),
  aws_elasticache_replication_group: ({ values }) =>
    values['transit_encryption_enabled'] === true && values['transit_encryption_mode'] !== 'preferred',
  aws_opensearch_domain: ({ values }) =>
    block(values, 'domain_endpoint_options')['enforce_https'] === true &&
    block(values, 'node_to_node_encryption')['enabled'] === true,
  aws_lb_listener: ({ values }) =>
    values['protocol'] === 'HTTPS' || block(values, 'default_action')['type'] === 'redirect',
  aws_cloudfront_distribution: ({ values }) =>
    [
      block(values, 'default_cache_behavior'),
      ...((values['ordered_cache_behavior'] ?? []) as Record<string, unknown>[]),
    ].every((behaviour) => behaviour['viewer_protocol_policy'] !== 'allow-all'),
}

export const encryption: Record<string, Rule> = {
  'data is encrypted where it lies': ({ resources }) => breaking(resources, atRest),
  'connections are encrypted': ({ resources }) => breaking(resources, inTransit),
  'every bucket is encrypted': (planned) =>
    addressesOf(planned.without('aws_s3_bucket', 'aws_s3_bucket_server_side_encryption_configuration')),
  'keys that encrypt rotate': (planned) =>
    addressesOf(
      planned
        .of('aws_kms_key')
        .filter(
          ({ values }) => values['key_usage'] !== 'SIGN_VERIFY' && values['enable_key_rotation'] !== true,
        ),
    ),
}

const breaking = (resources: Resource[], tests: typeof atRest) =>
  addressesOf(resources.filter((it) => tests[it.type]?.(it) === false))

import type { Resource } from '../plan.ts'
import { type Rule, addressesOf, block, isSet } from './rule.ts'

/** What must not be lost by one mistake or with one zone, where shoppers are. */
const inProduction: Record<string, (values: Record<string, unknown>) => boolean> = {
  aws_db_instance: (it) =>
    it['deletion_protection'] === true &&
    it['multi_az'] === true &&
    it['skip_final_snapshot'] === false &&
    Number(it['backup_retention_period']) >= 14,
  aws_elasticache_replication_group: (it) =>
    it['automatic_failover_enabled'] === true &&
    it['multi_az_enabled'] === true &&
    Number(it['snapshot_retention_limit']) >= 7,
  aws_opensearch_domain: (it) => Number(block(it, 'cluster_config')['instance_count']) >= 3,
  aws_lb: (it) => it['enable_deletion_protection'] === true,
  aws_s3_bucket: (it) => it['force_destroy'] !== true,
  aws_secretsmanager_secret: (it) => Number(it['recovery_window_in_days'] ?? 30) >= 7,
  aws_kms_key: (it) => Number(it['deletion_window_in_days'] ?? 30) >= 30,
}

export const durability: Record<string, Rule> = {
  'production is protected against deletion and the loss of a zone': ({ environment, resources }) =>
    environment === 'production'
      ? addressesOf(resources.filter(({ type, values }) => inProduction[type]?.(values) === false))
      : [],
  'every database can be restored': (planned) =>
    addressesOf(
      planned.of('aws_db_instance').filter(({ values }) => !(Number(values['backup_retention_period']) > 0)),
    ),
  'buckets keep earlier versions': (planned) =>
    addressesOf(
      planned.without(
        'aws_s3_bucket',
        'aws_s3_bucket_versioning',
        ({ values }) => block(values, 'versioning_configuration')['status'] === 'Enabled',
      ),
    ),
  'nothing is kept for ever by accident': (planned) => [
    ...addressesOf(
      planned
        .of('aws_cloudwatch_log_group')
        .filter(({ values }) => !(Number(values['retention_in_days']) > 0)),
    ),
    ...addressesOf(planned.without('aws_s3_bucket', 'aws_s3_bucket_lifecycle_configuration')),
    ...addressesOf(planned.without('aws_ecr_repository', 'aws_ecr_lifecycle_policy')),
  ],
  'every queue has a dead-letter queue or is one': (planned) =>
    addressesOf(
      planned.of('aws_sqs_queue').filter((queue) => !holdsFailed(queue) && !isSet(queue, 'redrive_policy')),
    ),
  'what failed is kept for two weeks': (planned) =>
    addressesOf(
      planned
        .of('aws_sqs_queue')
        .filter((queue) => holdsFailed(queue) && queue.values['message_retention_seconds'] !== 1_209_600),
    ),
  'every alarm has an action': (planned) =>
    addressesOf(
      planned.of('aws_cloudwatch_metric_alarm').filter((alarm) => {
        const { actions_enabled: enabled, alarm_actions: actions } = alarm.values
        return (
          enabled === false ||
          (Array.isArray(actions) ? actions.length === 0 : !isSet(alarm, 'alarm_actions'))
        )
      }),
    ),
}

const holdsFailed = ({ values }: Resource) => /-(dlq|dead|failed)$/.test(String(values['name']))

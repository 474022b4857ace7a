import { readFileSync } from 'node:fs'

import { brokenRulesOf } from './broken-rules.ts'
import type { Plan } from './plan.ts'

/** What holds data that cannot be made again. */
const holdsData = new Set([
  'aws_db_instance',
  'aws_dynamodb_table',
  'aws_ecr_repository',
  'aws_elasticache_replication_group',
  'aws_kinesis_stream',
  'aws_kms_key',
  'aws_opensearch_domain',
  'aws_redshiftserverless_namespace',
  'aws_s3_bucket',
  'aws_secretsmanager_secret',
])

/** Returns what holds data and would be deleted, be it to be made anew. */
const losses = ({ resource_changes }: Plan): string[] =>
  resource_changes
    .filter(({ type, change }) => holdsData.has(type) && change.actions?.includes('delete'))
    .map(({ address }) => `what holds data is not deleted: ${address}`)

/** Prints what a plan of an environment breaks of the rules; returns the exit code. */
export function planRules(environment: string, file: string): number {
  const plan = JSON.parse(readFileSync(file, 'utf8')) as Plan
  const broken = [
    ...brokenRulesOf(environment, plan),
    ...losses(plan).map((line) => `${environment}: ${line}`),
  ]
  for (const line of broken) console.log(line)
  if (broken.length === 0) console.log(`${environment}: every rule holds`)
  return broken.length === 0 ? 0 : 1
}

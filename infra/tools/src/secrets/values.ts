import { randomBytes } from 'node:crypto'

import { roleOf } from '../../../local/src/mall/databases.ts'
import { newPartKey } from '../../../local/src/mall/part-keys.ts'
import { databaseAuthoritiesPath } from '../images/database-authorities.ts'
import type { Workload } from '../kubernetes/workloads.ts'

/** What Terraform says of an environment: `terraform output -json mall`. */
export type Outputs = {
  engines: { database: { address: string }; cache: { address: string }; search: { endpoint: string } }
}

/** Values by workload and variable. */
export type Values = Record<string, Record<string, string>>

/** Returns the value that a variable begins with, or nothing where only people can know it. */
export function firstValue(
  variable: string,
  { name, part }: Pick<Workload, 'name' | 'part'>,
  { environment, engines }: Outputs & { environment: string },
): string | undefined {
  switch (variable) {
    case 'PART_KEY':
      return newPartKey()
    case 'AUTH_SECRET':
    case 'BEACON_KEY':
      return random()
    case 'DATABASE_URL':
      return `postgres://${roleOf(part)}:${random()}@${engines.database.address}:5432/mallhive?sslmode=verify-full&sslrootcert=${databaseAuthoritiesPath}`
    case 'REDIS_URL':
      return `rediss://${name}:${random()}@${engines.cache.address}:6379`
    case 'OPENSEARCH_URL':
      return engines.search.endpoint.replace('//', `//${part}:${opensearchPassword()}@`)
    case 'RELEASE_DESK_KEY':
      return `kms:alias/mallhive-${environment}-release-desk`
    default:
      return undefined
  }
}

/** Variables that mean the same to every workload that has them. */
export const shared = new Set(['AUTH_SECRET', 'BEACON_KEY'])

/** OpenSearch demands each kind of character. */
export const opensearchPassword = () => `aA1-${random()}`

const random = () => randomBytes(32).toString('hex')

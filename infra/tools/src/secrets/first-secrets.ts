import { scramVerifier } from '@mallhive/service-kit/scram-verifier'

import { databaseSql, roleSql, secondLoginSql } from '../../../local/src/mall/databases.ts'
import { publicKeySet } from '../../../local/src/mall/part-keys.ts'
import { secretsOf } from '../kubernetes/variables.ts'
import { workloads } from '../kubernetes/workloads.ts'
import type { Aws } from './aws.ts'
import { type Outputs, type Values, firstValue, shared } from './values.ts'

export type Filled = {
  /** Makes the roles and schemas of services; holds no password. */
  sql: string
  /** The public keys of parts, for PART_KEYS. */
  publicKeys: object[]
  /** Secrets that only people know, as `<workload> <variable>`. */
  missing: string[]
}

/**
 * Fills the secrets of an environment: what is there stays, what is missing is invented or, where only people know it, taken from
 * `given`. Gives users of Redis their passwords. May be run again.
 */
export async function firstSecrets(
  environment: string,
  outputs: Outputs,
  aws: Aws,
  given: Record<string, string | undefined>,
): Promise<Filled> {
  const values: Values = {}
  const common: Record<string, string> = {}
  for (const { name } of holders) {
    values[name] = await readSecret(aws, idOf(environment, name))
    for (const variable of shared) common[variable] ??= values[name][variable] ?? ''
  }
  const missing: string[] = []
  for (const workload of holders) {
    const known = values[workload.name] ?? {}
    const absent = secretsOf(workload).filter((variable) => !known[variable])
    for (const variable of absent) {
      const value =
        given[variable] ||
        (shared.has(variable) && common[variable]) ||
        firstValue(variable, workload, { ...outputs, environment })
      if (value === undefined) missing.push(`${workload.name} ${variable}`)
      else known[variable] = value
      if (value !== undefined && shared.has(variable)) common[variable] = value
    }
    if (absent.length > 0)
      await aws(['secretsmanager', 'put-secret-value'], {
        SecretId: idOf(environment, workload.name),
        SecretString: JSON.stringify(known),
      })
    await setPassword(aws, `mallhive-${environment}-${workload.name}`, known['REDIS_URL'])
  }
  return { sql: sqlOf(values), publicKeys: publicKeysOf(values), missing }
}

const holders = workloads.filter((workload) => secretsOf(workload).length > 0)
const idOf = (environment: string, name: string) => `mallhive/${environment}/${name}`

async function readSecret(aws: Aws, SecretId: string): Promise<Record<string, string>> {
  const found = await aws(['secretsmanager', 'get-secret-value'], { SecretId }).catch((error: Error) => {
    // A secret that Terraform has just made has no value.
    if (error.message.includes('ResourceNotFoundException')) return undefined
    throw error
  })
  return JSON.parse((found as { SecretString?: string } | undefined)?.SecretString ?? '{}')
}

async function setPassword(aws: Aws, UserId: string, url: string | undefined): Promise<void> {
  if (!url) return
  const Passwords = [decodeURIComponent(new URL(url).password)]
  await aws(['elasticache', 'modify-user'], { UserId, AuthenticationMode: { Type: 'password', Passwords } })
}

function sqlOf(values: Values): string {
  const urls = Object.values(values).flatMap(({ DATABASE_URL }) => DATABASE_URL ?? [])
  const roles = urls
    .map((url) => new URL(url))
    .map(({ username, password }) => rolesOf(username, scramVerifier(password)))
  return [databaseSql, ...roles].join('')
}

/** The role of a service and, where it is in use, the login that rotations make beside it. */
function rolesOf(login: string, verifier: string): string {
  const owner = login.replace(/_next$/, '')
  return owner === login ? roleSql(owner, verifier) : roleSql(owner) + secondLoginSql(owner, verifier)
}

function publicKeysOf(values: Values): object[] {
  return publicKeySet(
    holders.flatMap(({ name, part }) => {
      const pem = values[name]?.['PART_KEY']
      return pem ? { part, pem } : []
    }),
  )
}

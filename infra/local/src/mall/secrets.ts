import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Credentials } from '../engines/signature.ts'
import { type ServiceName, services } from './services.ts'

export type Secrets = {
  authSecret: string
  webhookSecret: string
  /** The key with which the shell signs document tokens and release-health verifies them. */
  beaconKey: string
  /** Signs requests to the local S3, SNS and SQS. */
  awsSecret: string
  /** The password of Redis's administrator. */
  redisSecret: string
  /** The password of OpenSearch. */
  opensearchSecret: string
  databasePasswords: Record<ServiceName, string>
}

/** Returns the secrets of a state; missing ones are created at random and stored with it. */
export function secretsOf(stateDir: string): Secrets {
  const file = join(stateDir, 'secrets.json')
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(invent(), null, 1), { mode: 0o600 })
  }
  const kept: Partial<Secrets> = JSON.parse(readFileSync(file, 'utf8'))
  const fresh = invent()
  const databasePasswords = { ...fresh.databasePasswords, ...kept.databasePasswords }
  const secrets = { ...fresh, ...kept, databasePasswords }
  // A secret or a service may be newer than the state.
  if (JSON.stringify(secrets) !== JSON.stringify(kept))
    writeFileSync(file, JSON.stringify(secrets, null, 1), { mode: 0o600 })
  return secrets
}

/** Returns the credentials with every right in the local S3, SNS and SQS, for the launcher and people. Parts have their own. */
export function awsCredentials({ awsSecret }: Pick<Secrets, 'awsSecret'>): Credentials {
  return { accessKeyId: 'local', secretAccessKey: awsSecret }
}

function invent(): Secrets {
  const passwords = services.map((name) => [name, random()])
  return {
    authSecret: random(),
    webhookSecret: random(),
    beaconKey: random(),
    awsSecret: random(),
    redisSecret: random(),
    opensearchSecret: random(),
    databasePasswords: Object.fromEntries(passwords),
  }
}

const random = () => randomBytes(24).toString('hex')

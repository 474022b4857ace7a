import { createHash, createPrivateKey, randomUUID, randomUUIDv7 } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { DescService } from '@bufbuild/protobuf'
import type { CallOptions } from '@connectrpc/connect'
import { type Actor, actingAs } from './auth.ts'
import { type Db, openDb } from './db.ts'
import { contract, migrate } from './migrate.ts'
import { publicPartKey } from './part-keys.ts'
import { createPartSigner } from './part-tokens.ts'
import { openPlatform, type Platform } from './platform.ts'
import { logger } from '@mallhive/process-kit/telemetry'

declare module 'vitest' {
  export interface ProvidedContext {
    engines: { postgresUrl: string; redisUrl: string; awsEndpoint: string }
    /** Parts that `testEnv` trusts. */
    parts: string[]
  }
}

const { privateKey, publicKey } = await generateKeyPair('EdDSA')
const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' }
const jwksUrl = `data:application/json,${encodeURIComponent(JSON.stringify({ keys: [jwk] }))}`

/** Returns an environment with the test run's engines, which trusts tokens of `testActor` and of the mall's parts. */
export function testEnv(more: Record<string, string> = {}): Record<string, string> {
  const { redisUrl, awsEndpoint } = inject('engines')
  return {
    REDIS_URL: redisUrl,
    AWS_ENDPOINT_URL: awsEndpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    JWKS_URL: jwksUrl,
    PART_KEYS: testPartKeys(inject('parts')),
    PUBLIC_ORIGIN: 'http://localhost:4000',
    ...more,
  }
}

/** Creates a migrated and contracted database for one test file; disposing drops it. `url` is its connection string. */
export async function testDb<S extends Record<string, unknown>>(
  service: string,
  migrations: URL,
  schema: S,
): Promise<Db<S> & { url: string }> {
  const server = inject('engines').postgresUrl
  const name = `test_${service}_${randomUUID()}`.replaceAll('-', '')
  await admin(server, `create database ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const db = openDb(url, { schema })
  await migrate(db, migrations, service)
  await contract(db, migrations, service)
  const close = db[Symbol.asyncDispose]
  return Object.assign(db, {
    url,
    async [Symbol.asyncDispose]() {
      await close()
      await admin(server, `drop database ${name} with (force)`)
    },
  })
}

/** A platform whose parts have test keys. It logs nothing below `fatal` unless LOG_LEVEL asks for more. */
export function testPlatform(): Platform {
  const log = logger('test')
  log.level = process.env.LOG_LEVEL || 'fatal'
  const platform = openPlatform({ log })
  return {
    ...platform,
    start: (name, start, env) => platform.start(name, start, { PART_KEY: testPartKey(name), ...env }),
  }
}

/** Returns call options with a part's token for one service. */
export async function asPart(part: string, service: DescService): Promise<CallOptions> {
  const sign = createPartSigner(part, { PART_KEY: testPartKey(part) })
  return actingAs({ token: await sign(service.typeName) })
}

/** Returns the private test key of a part (PEM), derived from its name: the same in every process. */
export function testPartKey(part: string): string {
  const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
  const seed = createHash('sha256').update(part).digest()
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  return key.export({ type: 'pkcs8', format: 'pem' })
}

/** The public key set of parts with test keys. */
export function testPartKeys(parts: string[]): string {
  return JSON.stringify({
    keys: parts.map((part) => publicPartKey(part, createPrivateKey(testPartKey(part)))),
  })
}

/** Returns a person with a signed token that the real verifier accepts under `testEnv`. */
export async function testActor(who: Partial<Omit<Actor, 'token'>> = {}): Promise<Actor> {
  const actor = {
    kind: 'account' as const,
    id: randomUUIDv7(),
    name: 'Ada Test',
    email: 'ada@example.test',
    roles: [],
    memberships: [],
    ...who,
  }
  const { id, ...claims } = actor
  return { ...actor, token: await testToken(claims, id) }
}

/** Signs arbitrary claims with the test key, for tests of refusals. */
export function testToken(claims: Record<string, unknown>, subject: string, expires = '5m'): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
    .setSubject(subject)
    .setIssuer('mallhive')
    .setAudience('mallhive')
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(privateKey)
}

async function admin(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'

import { type EngineProcess, buckets } from '../../../mall.ts'
import { openAws } from '../engines/aws.ts'
import type { Engine, EngineOptions } from '../engines/engine.ts'
import type { Credentials } from '../engines/signature.ts'
import { type MailEngine, openMail } from '../engines/mail.ts'
import { openOpensearch } from '../engines/opensearch.ts'
import { openPostgres, postgresHome } from '../engines/postgres.ts'
import { type RedisEngine, openRedis } from '../engines/redis.ts'
import { openDatabases } from './databases.ts'
import { type PartKeys, partKeysOf } from './part-keys.ts'
import { type ReleaseKeys, establishTrust, releaseKeysOf } from './release-keys.ts'
import { type Secrets, awsCredentials, secretsOf } from './secrets.ts'
import type { ServiceName } from './services.ts'
import type { Supervisor } from './supervisor.ts'

export type Engines = {
  databaseUrls: Record<ServiceName, string>
  postgres: Engine
  redis: RedisEngine
  aws: Engine
  mail: MailEngine
  opensearch?: Engine | undefined
  secrets: Secrets
  keys: ReleaseKeys
  partKeys: PartKeys
}

/** Opens all stateful servers, with the databases and buckets that the services expect. OpenSearch only `withOpensearch`. */
export async function openEngines(
  parts: Supervisor,
  stateDir: string,
  durable: boolean,
  withOpensearch = false,
): Promise<Engines> {
  const secrets = secretsOf(stateDir)
  const credentials = awsCredentials(secrets)
  const base = { stateDir, logDir: join(stateDir, 'logs'), durable }
  const open = <T extends Engine>(
    name: EngineProcess,
    start: (options: EngineOptions, before?: T) => Promise<T>,
    how: { expendable?: boolean } = {},
  ) =>
    parts.open<T>(
      name,
      'engine',
      (before) => {
        if (before) requireData(name, stateDir)
        return start({ ...base, port: before?.port }, before)
      },
      how,
    )
  const { opensearchSecret: secret } = secrets
  const [postgres, redis, aws, mail, opensearch] = await Promise.all([
    open('postgres', openPostgres),
    open<RedisEngine>('redis', (options) => openRedis({ ...options, secret: secrets.redisSecret })),
    // Objects are written to disk even when not durable: a state with its pictures and releases is copied as files.
    open('aws', (options) => openAws({ ...options, durable: true, credentials })),
    open('mail', openMail),
    withOpensearch
      ? open('opensearch', (options) => openOpensearch({ ...options, secret }), { expendable: true })
      : undefined,
  ])
  const keys = releaseKeysOf(stateDir)
  const partKeys = partKeysOf(stateDir)
  const [databaseUrls] = await Promise.all([
    openDatabases(postgres.url, secrets),
    createBuckets(aws.url, credentials).then(() => establishTrust(aws.url, credentials, keys)),
  ])
  return { databaseUrls, postgres, redis, aws, mail, opensearch, secrets, keys, partKeys }
}

/** Guards a restart: an engine on an empty folder would silently start without data. @throws Error when its data is gone */
function requireData(name: string, stateDir: string): void {
  const folders: Record<string, string> = { postgres: postgresHome(stateDir), aws: join(stateDir, 'aws') }
  const folder = folders[name]
  if (folder && !existsSync(folder)) throw new Error(`the data of ${name} is gone: ${folder}`)
}

async function createBuckets(endpoint: string, credentials: Credentials): Promise<void> {
  const s3 = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials })
  for (const Bucket of Object.values(buckets)) await s3.send(new CreateBucketCommand({ Bucket }))
  s3.destroy()
}

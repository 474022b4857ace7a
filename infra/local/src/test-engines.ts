import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { openAws } from './engines/aws.ts'
import { openPostgres } from './engines/postgres.ts'
import { openRedis } from './engines/redis.ts'
import { keyedParts } from './mall/services.ts'
import { wipeState } from './mall/wipe-state.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    engines: { postgresUrl: string; redisUrl: string; awsEndpoint: string }
    parts: string[]
  }
}

/** vitest's globalSetup: starts one Postgres, Redis and S3/SNS/SQS for the whole run in a temporary folder. */
export default async function testEngines(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-test-'))
  // Postgres may run as another user, which must be able to enter this folder.
  chmodSync(stateDir, 0o755)
  const options = { stateDir, logDir: join(stateDir, 'logs'), durable: false }
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const opened = await Promise.allSettled([
    openPostgres(options),
    openRedis({ ...options, secret: 'test' }),
    openAws({ ...options, credentials }),
  ])
  const stop = async () => {
    const running = opened.flatMap((engine) =>
      engine.status === 'fulfilled' ? (engine.value.part ?? []) : [],
    )
    await Promise.all(running.map((part) => part.stop()))
    wipeState(stateDir)
  }
  const [postgres, redis, aws] = opened
  if (postgres.status === 'rejected' || redis.status === 'rejected' || aws.status === 'rejected') {
    await stop()
    throw opened.find((engine) => engine.status === 'rejected')?.reason
  }
  project.provide('engines', {
    postgresUrl: postgres.value.url,
    redisUrl: redis.value.url,
    awsEndpoint: aws.value.url,
  })
  project.provide('parts', [...keyedParts])
  return stop
}

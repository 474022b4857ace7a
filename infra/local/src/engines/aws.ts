import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

import { baseEnv } from '../base-env.ts'
import { freePort } from '../free-port.ts'
import { startChild } from '../child-process.ts'
import { type Engine, type EngineOptions, mostSilentMs } from './engine.ts'
import type { Credentials } from './signature.ts'

/**
 * Starts S3, SNS and SQS in a separate process, so that queues outlive the services. Clients sign requests with the
 * credentials.
 */
export async function openAws({
  stateDir,
  logDir,
  durable,
  port,
  silentForMs = mostSilentMs,
  credentials,
}: EngineOptions & { credentials: Credentials }): Promise<Engine> {
  const chosen = await freePort(port)
  const url = `http://127.0.0.1:${chosen}`
  const part = await startChild({
    name: 'aws',
    command: process.execPath,
    args: [fileURLToPath(new URL('aws-main.ts', import.meta.url))],
    env: {
      ...baseEnv(),
      PORT: `${chosen}`,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      ...(durable ? { DATA_DIR: join(stateDir, 'aws') } : {}),
    },
    logFile: join(logDir, 'aws.log'),
    silentForMs,
    ready: async () => (await fetch(`${url}/health`)).ok,
  })
  return { url, port: chosen, part }
}

import { join } from 'node:path'

import { toolEnv } from '../base-env.ts'
import { type Part, startChild } from '../child-process.ts'
import { freePort } from '../free-port.ts'
import type { Mall } from './open-mall.ts'
import { besides } from './services.ts'

/**
 * Opens Prometheus and a page of the dashboards' panels beside a mall.
 * @throws Error where Prometheus is absent and cannot be downloaded from Debian
 */
export async function observeMall(
  { url: mallUrl, engines }: Mall,
  stateDir: string,
): Promise<{ url: string; part: Part }> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const part = await startChild({
    name: 'observe',
    command: process.execPath,
    args: [besides('../../../tools/src/observability/observe-main.ts')],
    env: { ...toolEnv(), HOST: '127.0.0.1', PORT: String(port) },
    input: JSON.stringify({
      stateDir,
      url: mallUrl,
      postgresUrl: engines.postgres.url,
      redisUrl: engines.redis.url,
    }),
    logFile: join(stateDir, 'logs', 'observe.log'),
    // The first start downloads five packages.
    readyTimeoutMs: 180_000,
    ready: async () => (await fetch(`http://127.0.0.1:${port}/dashboards.json`)).ok,
  })
  return { url, part }
}

import { join } from 'node:path'

import { startChild } from '../child-process.ts'
import type { Supervisor } from './supervisor.ts'

type NodePart = {
  name: string
  stage: Parameters<Supervisor['open']>[1]
  main: string
  url: string
  env: NodeJS.ProcessEnv
  input?: string
  /** Path that answers with a status below 500 once the part is ready. */
  ready?: string
}

/** Starts one of the mall's own programs at a given address. */
export function openNode(
  { parts, logDir }: { parts: Supervisor; logDir: string },
  { name, stage, main, url, env, input, ready = '/readyz' }: NodePart,
) {
  return parts.open(name, stage, async () => {
    const { hostname, port } = new URL(url)
    const part = await startChild({
      name,
      command: process.execPath,
      args: ['--enable-source-maps', main],
      env: { ...env, HOST: hostname, PORT: port },
      input,
      logFile: join(logDir, `${name}.log`),
      readyTimeoutMs: 60_000,
      ready: async () => (await fetch(url + ready, { signal: AbortSignal.timeout(5000) })).status < 500,
    })
    return { url, part }
  })
}

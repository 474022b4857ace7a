import { join } from 'node:path'

import { type Part, mall } from '../../../mall.ts'
import { startChild } from '../child-process.ts'
import { listenerOf } from './addresses.ts'
import { containPart } from './contain-part.ts'
import type { Supervisor } from './supervisor.ts'

export type NodePart = {
  name: string
  /** The number of this process among the replicas of the part. */
  replica?: number
  main: string
  url: string
  /** Called at each start. */
  env: () => NodeJS.ProcessEnv
  input?: () => string
  /** Whether requests reach it, beyond its own readiness: it has started, or started again, only then. */
  reached?: () => boolean
  /** The part is killed when it has not been ready for this long, so that it is restarted; never without a value. */
  silentForMs?: number
}

/** `nodeArgs` are Node's options for every part. */
export type NodeHost = { parts: Supervisor; logDir: string; nodeArgs?: string[] | undefined }

/** Starts one of the mall's own programs at a given address. */
export function openNode(
  { parts, logDir, nodeArgs = [] }: NodeHost,
  { name: part, replica, main, url, env, input, reached, silentForMs }: NodePart,
) {
  const name = replica ? `${part}-${replica}` : part
  const known = Object.entries<Part>(mall).find(([it]) => it === part)?.[1]
  // The one process of all services is not in the list.
  const listed: Pick<Part, 'kind' | 'expendable' | 'ready'> = known ?? { kind: 'service' }
  const { kind, expendable, ready = '/readyz' } = listed
  const stage = kind === 'shell' || kind === 'edge' ? kind : 'service'
  const open = async () => {
    const { host, port } = listenerOf(url)
    const child = await startChild({
      name,
      command: process.execPath,
      args: [...nodeArgs, '--enable-source-maps', main],
      env: { ...env(), HOST: host, PORT: String(port) },
      input: input?.(),
      logFile: join(logDir, `${name}.log`),
      readyTimeoutMs: 60_000,
      silentForMs,
      ready: async () =>
        (await fetch(url + ready, { signal: AbortSignal.timeout(5000) })).status < 500 &&
        (reached?.() ?? true),
    })
    if (expendable) containPart(child, `${url}/healthz`)
    return { url, part: child }
  }
  return parts.open(name, stage, open, { expendable })
}

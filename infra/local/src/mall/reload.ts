import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { RedisUrls } from '../engines/redis-users.ts'
import type { Engines } from './engines.ts'
import type { Addresses, Env } from './environment.ts'
import { announceMetrics, type MetricsUrls, serviceMetrics } from './metrics-targets.ts'
import { type NodeHost, openNode } from './node-part.ts'
import { processesOf } from './replicas.ts'
import { runCommand } from './run-command.ts'
import { besides } from './services.ts'

export type Reload = {
  stateDir: string
  /** Whether each service has a separate process. */
  processes: boolean
  /** How many processes each part has that is stateless. */
  replicas?: number
  engines: Pick<Engines, 'keys'> & { redis: RedisUrls; opensearch?: { url: string } | undefined } & Record<
      'postgres' | 'aws' | 'mail',
      { url: string }
    >
  at: Addresses
  /** Variables that override the mall's own. */
  env: Env
}

export type Reloaded = {
  at: Addresses
  parts: { name: string; main: string; url: string; env: Env }[]
  team: Env
}

/**
 * Reads the list of parts anew and restarts the services with it, so that a mall runs services that were added since it opened.
 * @param reload.environments those of the services' processes, which are changed
 * @param reload.announced metrics of parts that are no services
 */
export async function reloadServices(
  reload: Reload & { environments: Record<string, Env>; node: NodeHost; announced: MetricsUrls },
): Promise<void> {
  const { stateDir, processes, replicas = 1, at, environments, node, announced } = reload
  const fresh = await readPartsAnew(reload)
  for (const { name, env } of fresh.parts) environments[name] = env
  const added = fresh.parts.filter(({ name }) => name !== 'bff' && !(name in at.services))
  if (processes)
    await Promise.all(
      added.map(({ env, ...part }) => openNode(node, { ...part, env: () => environments[part.name] ?? env })),
    )
  Object.assign(at.services, fresh.at.services)
  for (const name of processes ? processesOf('bff', replicas) : ['services']) await node.parts.restart(name)
  noteTeamEnv(stateDir, fresh.team)
  announceMetrics(stateDir, { ...serviceMetrics(at, processes), ...announced })
}

/** Writes the file in which `./mall` finds the mall that runs here. */
export function noteTeamEnv(stateDir: string, team: Env): void {
  writeFileSync(join(stateDir, 'env.json'), JSON.stringify(team, null, 1), { mode: 0o600 })
}

/** Reads the list of parts in a separate process. New services get a database role, a key and an address. */
async function readPartsAnew({ stateDir, processes, engines, at, env }: Reload): Promise<Reloaded> {
  const { keys, postgres, redis, aws, mail, opensearch } = engines
  const opened: Reload['engines'] = {
    keys,
    postgres: { url: postgres.url },
    redis: { url: redis.url, urls: redis.urls },
    aws: { url: aws.url },
    mail: { url: mail.url },
    ...(opensearch && { opensearch: { url: opensearch.url } }),
  }
  const input: Reload = { stateDir, processes, at, env, engines: opened }
  let last = ''
  await runCommand(
    {
      name: 'reading the list of parts',
      command: process.execPath,
      args: [besides('environments-main.ts')],
      env: process.env,
      input: JSON.stringify(input),
    },
    (line) => (last = line),
  )
  return JSON.parse(last)
}

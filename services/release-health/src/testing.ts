import { randomUUID } from 'node:crypto'
import { signDocument } from '@mallhive/contracts/document-token'
import { ReleaseHealthService } from '@mallhive/contracts/release-health'
import { readConfig } from '@mallhive/process-kit/config'
import { testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { beacon } from './beacon.ts'
import { callers } from './callers.ts'
import { type Config, configSchema } from './config.ts'
import { type Deps, openDeps } from './deps.ts'
import { routes } from './routes.ts'
import * as schema from './schema.ts'

const beaconKey = 'a-beacon-key-that-only-tests-know'

/** Returns a report of a served document, from a client address of its own. */
export function servedReport<R extends { document: string; releases: Record<string, string>; rate: number }>(
  report: R,
  servedAtMs: number,
): { body: string; headers: Record<string, string> } {
  const token = signDocument({ ...report, servedAtMs }, beaconKey)
  const body = JSON.stringify({ token, ...report })
  return { body, headers: { 'content-type': 'application/json', 'x-forwarded-for': randomUUID() } }
}

/**
 * Opens the service on a database and a clock of its own, with RPCs called as the release desk. Only `intake.drain()` empties the
 * queue.
 */
export async function openTestReleaseHealth(now: () => number, limits: Partial<Config> = {}) {
  await using stack = new AsyncDisposableStack()
  const db = stack.use(await testDb('release-health', new URL('../drizzle', import.meta.url), schema))
  const env = testEnv({ DATABASE_URL: db.url, BEACON_KEY: beaconKey })
  const platform = stack.use(testPlatform())
  const never = 2 ** 31 - 1
  const config = { ...readConfig(configSchema, env), FLUSH_MS: never, ...limits }
  const opened = Promise.withResolvers<Deps>()
  await platform.start(
    'release-health',
    async (host) => {
      const deps = openDeps(host, config, now)
      opened.resolve(deps)
      host.http(beacon(deps))
      host.routes(routes(deps), callers)
    },
    env,
  )
  const clientOf = async (part: string) => {
    const client = Promise.withResolvers<ReturnType<typeof platform.client<typeof ReleaseHealthService>>>()
    await platform.start(part, async (host) => client.resolve(host.client(ReleaseHealthService)), env)
    return client.promise
  }
  const url = await platform.listen({ port: 0 })
  const kept = stack.move()
  return {
    url,
    env,
    db,
    deps: await opened.promise,
    client: await clientOf('release-desk'),
    /** Calls RPCs as the shell. */
    shell: await clientOf('shell'),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

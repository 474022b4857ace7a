import { randomUUIDv7 } from 'node:crypto'
import { readConfig } from '@mallhive/process-kit/config'
import { migrate } from '@mallhive/service-kit/migrate'
import type { Start } from '@mallhive/service-kit/service'
import { configSchema } from './config.ts'
import { openDeps } from './deps.ts'
import { madeBy } from './rebuild/code-hash.ts'
import { type Progress, rebuildIndex } from './rebuild/rebuild-index.ts'
import { rebuilds } from './schema.ts'

/** Returns a start that fills the index from the catalogue of the same platform and serves nothing. */
export const seed =
  (tell: Progress): Start =>
  async (host) => {
    const deps = await openDeps(host, readConfig(configSchema, host.env))
    await migrate(deps.db, new URL('../drizzle', import.meta.url), host.name)
    await rebuildIndex(deps, tell)
    const finishedAt = new Date()
    await deps.db.insert(rebuilds).values({ id: randomUUIDv7(), madeBy: madeBy(deps.engine), finishedAt })
  }

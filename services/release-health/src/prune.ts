import { sql } from 'drizzle-orm'
import type { Deps } from './deps.ts'
import { documents, releaseMinutes, servedMinutes } from './schema.ts'

/** Deletes one slice of rows past their retention. Returns whether there are more. */
export async function prune({ db, now, config }: Pick<Deps, 'config' | 'db' | 'now'>): Promise<boolean> {
  const before = (hours: number) => new Date(now() - hours * 3_600_000).toISOString()
  const slices = [
    [documents, before(config.DOCUMENT_MEMORY_HOURS)],
    [releaseMinutes, before(24 * config.RETENTION_DAYS)],
    [servedMinutes, before(24 * config.RETENTION_DAYS)],
  ] as const
  let more = false
  for (const [table, limit] of slices) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: nothing here is urgent
    const { rowCount } = await db.execute(sql`delete from ${table} where ctid in
      (select ctid from ${table} where minute < ${limit} limit ${slice})`)
    more ||= rowCount === slice
  }
  return more
}

/** Prunes every minute until disposed. */
export function startPruning(deps: Pick<Deps, 'config' | 'db' | 'now' | 'log'>): Disposable {
  const timer = setInterval(() => {
    prune(deps).catch((error) => deps.log.warn({ err: error }, 'pruning reports failed'))
  }, 60_000)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

/** More rows than are ever written in a minute, so that pruning keeps up. */
const slice = 100_000

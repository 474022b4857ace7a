import { sql } from 'drizzle-orm'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { documents, releaseMinutes } from './schema.ts'

/** Deletes one slice of rows past their retention. Returns whether there are more. */
export async function prune(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { RETENTION_DAYS, DOCUMENT_MEMORY_HOURS }: Pick<Config, 'RETENTION_DAYS' | 'DOCUMENT_MEMORY_HOURS'>,
): Promise<boolean> {
  const before = (hours: number) => new Date(now() - hours * 3_600_000).toISOString()
  const slices = [
    [documents, before(DOCUMENT_MEMORY_HOURS)],
    [releaseMinutes, before(24 * RETENTION_DAYS)],
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
export function startPruning(deps: Pick<Deps, 'db' | 'now' | 'log'>, config: Config): Disposable {
  const timer = setInterval(() => {
    prune(deps, config).catch((error) => deps.log.warn({ err: error }, 'pruning reports failed'))
  }, 60_000)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

/** More rows than are ever written in a minute, so that pruning keeps up. */
const slice = 100_000

import type { Executor } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'

/** A search is kept for this many days, its own among them. */
export const keptDays = 90
const everyMs = 60 * 60_000
/** Rows deleted per statement, until none is left. */
const slice = 10_000

/** Deletes logged searches past their retention; returns how many. */
export async function prune({ db }: { db: Executor }): Promise<number> {
  let gone = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- slices keep locks short
    const { rowCount } = await db.execute(sql`delete from search.logged_searches where id in
      (select id from search.logged_searches where searched_on <= current_date - ${keptDays}::int limit ${slice})`)
    gone += rowCount ?? 0
    if ((rowCount ?? 0) < slice) return gone
  }
}

/** Prunes at once and every hour until disposed. */
export function startPruning(deps: Pick<Deps, 'db' | 'log'>): Disposable {
  const look = () =>
    void prune(deps).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'pruning the search log failed, retrying later'),
    )
  look()
  const timer = setInterval(look, everyMs)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

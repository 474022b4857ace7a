import type { Log } from '@mallhive/process-kit/telemetry'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'

const everyMs = 60 * 60_000

/**
 * Forgets the words that no listed product has any more, so that nobody's query is corrected to what cannot be found.
 * Stop words are in no document and stay: a query holds them all the same.
 */
export async function pruneWords({ db }: Pick<Deps, 'db'>): Promise<void> {
  await db.execute(sql`
    delete from catalog.words
    where ts_lexize('english_stem', word) <> '{}'
      and not exists (select from catalog.listings where document @@ quote_literal(stem)::tsquery)`)
}

/** Prunes once an hour; any number of processes may. */
export function startPruning({ db, log }: Pick<Deps, 'db'> & { log: Log }): Disposable {
  const prune = () =>
    pruneWords({ db }).catch((error: unknown) => log.warn({ err: error }, 'old words were not forgotten'))
  const timer = setInterval(() => void prune(), everyMs)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

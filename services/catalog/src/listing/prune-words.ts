import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'

const everyMs = 60 * 60_000

/**
 * Deletes words that no listed product has any more, so that no query is corrected to a word without results.
 * Keeps stop words, which are in no document but occur in queries.
 */
export async function pruneWords({ db }: Pick<Deps, 'db'>): Promise<void> {
  await db.execute(sql`
    delete from catalog.words
    where ts_lexize('english_stem', word) <> '{}'
      and not exists (select from catalog.listings where document @@ quote_literal(stem)::tsquery)`)
}

/** Prunes once an hour. Safe in any number of processes. */
export function startPruning({ db, log }: Pick<Deps, 'db' | 'log'>): Disposable {
  const prune = () =>
    pruneWords({ db }).catch((error: unknown) => log.warn({ err: error }, 'pruning words failed'))
  const timer = setInterval(() => void prune(), everyMs)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

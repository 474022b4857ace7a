import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'

const gatherMs = 250

/** Counts the active products of each category. Serialised by a lock, so that the last count includes every save. */
export async function recountCategories({ db }: Pick<Deps, 'db'>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('catalog.product_count', 0))`)
    await tx.execute(sql`
      update catalog.categories c set product_count = counted.n
      from (
        select c.id, count(p.id) as n
        from catalog.categories c
        join catalog.categories leaf on leaf.id = c.id or leaf.parent_id = c.id
        left join catalog.products p on p.category_id = leaf.id and p.status = 'active'
        group by c.id) counted
      where counted.id = c.id and counted.n <> c.product_count`)
  })
}

export interface Recounting extends AsyncDisposable {
  /** Schedules a recount shortly; changes within the delay share one. */
  soon: () => void
}

/** Recounts in the background, so that no save waits for a count or for another save. */
export function startRecounting({ db, log }: Pick<Deps, 'db' | 'log'>): Recounting {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const count = () => {
    timer = undefined
    running = running
      .then(() => recountCategories({ db }))
      .catch((error: unknown) => log.warn({ err: error }, 'recounting categories failed'))
  }
  return {
    soon: () => void (timer ??= setTimeout(count, gatherMs)),
    async [Symbol.asyncDispose]() {
      clearTimeout(timer)
      await running
    },
  }
}

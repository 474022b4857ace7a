import { sql } from 'drizzle-orm'
import type { IndexQuery, IndexResult } from '../port.ts'
import { countColumns, type Counts, type CountsRow, missesOf, readCounts } from './counts.ts'
import type { Cursor } from '../cursor.ts'
import { liveColumn, type WithLive } from './live.ts'
import { listedPage } from './listed-page.ts'
import { pageColumn, type PageRow, readPage } from './page.ts'
import { priceOf, scopes, type Slot, tablesOf } from './schema.ts'
import { inDefaultLocale, type Scope, scopeConditions } from './scope.ts'
import type { Searching } from './searching.ts'
import { wholeMall } from './write.ts'

type Deps = Pick<Searching, 'db' | 'live' | 'counts' | 'tags'>

/** Lists a scope without a text: the page in the order of its sort, the counts from memory while nothing changes. */
export function browse(
  deps: Deps,
  query: IndexQuery,
  scope: Scope,
  cursor: Cursor | undefined,
): Promise<IndexResult> {
  return deps.live.on(async (slot, check) => {
    const row = check(await readRow(deps, { slot, query, scope, cursor }))
    const { currency } = query
    const key = JSON.stringify([row.live, currency, scope])
    const counts = await deps.counts.of(key, row.changes, () => count(deps, { slot, query, scope }, check))
    return { ...counts, ...readPage(row.page ?? [], query, { step: 'all', rarities: [] }, cursor) }
  })
}

type Reading = { slot: Slot; query: IndexQuery; scope: Scope }

async function readRow(
  { db }: Deps,
  { slot, query, scope, cursor }: Reading & { cursor: Cursor | undefined },
) {
  const watched = scope.within.length > 0 ? scope.within : [wholeMall]
  const { rows } = await db.execute<WithLive & { page: PageRow[] | null; changes: string }>(sql`
    with ${listedPage(slot, query, scope, cursor)}
    select ${liveColumn}, ${pageColumn(slot)},
      (select coalesce(sum(changes), 0)::text from ${scopes} where tag = any(${sql.param(watched)}::int[])) as changes`)
  return rows[0]!
}

type Check = <R extends WithLive>(row: R) => R

async function count({ db, tags }: Deps, { slot, query, scope }: Reading, check: Check): Promise<Counts> {
  const price = priceOf(query.currency)
  const conditions = [inDefaultLocale, ...scopeConditions(scope, query)]
  const { rows } = await db.execute<CountsRow & WithLive>(sql`
    with matched as materialized (
      select tags, ${price} as price, in_stock, sold, ${missesOf(scope, price)} as misses
      from ${tablesOf[slot].listings} where ${sql.join(conditions, sql` and `)})
    select ${liveColumn}, ${countColumns(scope)}`)
  return readCounts(check(rows[0]!), scope, query.currency, tags)
}

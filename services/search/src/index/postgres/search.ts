import type { Executor } from '@mallhive/service-kit/db'
import { defaultLocale } from '@mallhive/contracts/locales'
import { sql, type SQL } from 'drizzle-orm'
import type { StructuredQuery } from '../../query/structured-query.ts'
import type { IndexQuery, IndexResult } from '../port.ts'
import { browse } from './browse.ts'
import { countColumns, type CountsRow, missesOf, readCounts, totals } from './counts.ts'
import { type Cursor, decodeCursor, type Step, steps } from '../cursor.ts'
import { bounded, enough, isEmptyText, isOnlySkus, nothingFound } from '../bounds.ts'
import { titleKey } from '../texts.ts'
import { liveColumn, type WithLive } from './live.ts'
import { meets, queryOf } from './matching.ts'
import { keyOf, pageColumn, pageOf, type PageRow, readPage } from './page.ts'
import { preferredOf, prefers } from './preferences.ts'
import { relevance } from './relevance.ts'
import { priceOf, type Slot, tablesOf } from './schema.ts'
import { scopeConditions, scopeOf } from './scope.ts'
import type { Searching } from './searching.ts'
import { isStorable } from './terms.ts'

export async function search(deps: Searching, asked: IndexQuery): Promise<IndexResult> {
  const query = bounded(asked)
  const { structured } = query
  const scope = await scopeOf(query, deps.tags)
  const cursor = query.cursor
    ? decodeCursor(query.cursor, query.sort, structured?.concepts.length ?? 0)
    : undefined
  if (scope.isEmpty) return nothingFound
  if (!structured) return browse(deps, query, scope, cursor)
  if (isEmptyText(structured)) return nothingFound
  return deps.live.on(async (slot, check) => {
    for (const step of cursor ? [cursor.step] : steps) {
      const { row, place } = await run(deps, { slot, query, scope, cursor, step })
      check(row)
      if (!cursor && isTooFew(row.found, structured, step)) continue
      return {
        ...(await readCounts(row, scope, deps.tags)),
        ...readPage(row.page ?? [], query, place, cursor),
      }
    }
    return nothingFound
  })
}

type Run = {
  slot: Slot
  query: IndexQuery
  scope: Awaited<ReturnType<typeof scopeOf>>
  cursor: Cursor | undefined
  step: Step
}

async function run(deps: Searching, { slot, query, scope, cursor, step }: Run) {
  const structured = query.structured!
  const locale = deps.analyzers[query.locale] ? query.locale : defaultLocale
  const analyzer = deps.analyzers[locale]!
  const price = priceOf(query.currency)
  const { listings } = tablesOf[slot]
  const read = await deps.rarities.of(slot, locale, structured.concepts)
  const rarities = cursor
    ? cursor.rarities.map((rarity, at) => ({ rarity, known: read[at]?.known ?? true }))
    : read
  const skuIds = await idsOf(deps.db, slot, structured.skus)
  const preferred = await preferredOf(structured.preferences, deps.tags)
  const words = meets(structured, rarities, step, analyzer)
  const required = [...words, ...(structured.concepts.length > 0 ? [] : prefers(preferred))]
  const met =
    required.length > 0 ? sql.join(required, sql` and `) : isOnlySkus(structured) ? sql`false` : sql`true`
  const found = skuIds.length > 0 ? sql`((${met}) or id = any(${sql.param(skuIds)}::uuid[]))` : met
  const place = { step, rarities: rarities.map(({ rarity }) => rarity) }
  const { key, descending } = keyOf(
    query,
    relevance(
      { query: structured, ...place, titleKey: titleKey(structured.text, analyzer), skuIds, preferred },
      price,
    ),
  )
  const { beyond, order } = pageOf(sql`key`, descending, query.size, cursor)
  const conditions = [sql`locale = ${locale}`, ...scopeConditions(scope, query), found]
  const statement = sql`
    with matched as materialized (
      select id, tags, ${price} as price, ${missesOf(scope, price)} as misses, ${key} as key
      from ${listings} where ${sql.join(conditions, sql` and `)}),
    best as (select id, key from matched where misses = 0${beyond} ${order}),
    page as (
      select id, key, ${missing(structured, step)} as missing
      from best join ${listings} using (id) where locale = ${locale})
    select ${liveColumn}, ${pageColumn(slot, sql`missing`)}, ${countColumns(scope)} from ${totals(scope)}`
  const { rows } = await deps.db.execute<CountsRow & WithLive & { page: PageRow[] | null }>(statement)
  return { row: rows[0]!, place }
}

/** Returns the places of concepts that a listing meets nowhere. */
function missing({ concepts }: StructuredQuery, step: Step): SQL {
  if (step === 'all') return sql`null::int[]`
  const places = concepts.map((concept, at) => {
    const query = queryOf(concept)
    return sql`case when not strong @@ ${query}::tsquery and not body @@ ${query}::tsquery then ${sql.raw(String(at))} end`
  })
  return sql`array_remove(array[${sql.join(places, sql`, `)}]::int[], null)`
}

function isTooFew(found: number, { concepts }: StructuredQuery, step: Step): boolean {
  return step === 'all' && concepts.length > 1 ? found < enough : found === 0 && step !== 'any'
}

async function idsOf(db: Executor, slot: Slot, skus: string[]): Promise<string[]> {
  if (skus.length === 0) return []
  const wanted = skus.filter(isStorable).map((sku) => sku.toLowerCase())
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from ${tablesOf[slot].products} where skus && ${sql.param(wanted)}::text[] limit 20`,
  )
  return rows.map(({ id }) => id)
}

import type { Executor } from '@mallhive/service-kit/db'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { sql, type SQL } from 'drizzle-orm'
import type { IndexQuery, IndexResult } from '../port.ts'
import { browse } from './browse.ts'
import { countColumns, type CountsRow, foundIn, missesOf, readCounts } from './counts.ts'
import { type Cursor, decodeCursor, type Step } from '../cursor.ts'
import {
  bounded,
  isEmptyText,
  isGiftOnlyPreferred,
  isOnlySkus,
  isTooFew,
  nothingFound,
  stepsOf,
  unlessNamed,
} from '../bounds.ts'
import { titleKey } from '../texts.ts'
import { liveColumn, type WithLive } from './live.ts'
import type { Concept } from '../../query/structured-query.ts'
import { localised, type TermQuery } from './localised.ts'
import { isDescribed, meets, queryOf } from './matching.ts'
import { keyOf, matchColumns, pageColumn, pageOf, type PageRow, readPage } from './page.ts'
import { preferredOf, prefers } from './preferences.ts'
import { knownRarity, type Rarity } from '../rarity.ts'
import { relevance } from './relevance.ts'
import { priceOf, type Slot, tablesOf } from './schema.ts'
import { scopeConditions, scopeOf } from './scope.ts'
import type { Searching } from './searching.ts'
import { anyOf, isStorable, termOf } from './terms.ts'

export async function search(deps: Searching, asked: IndexQuery): Promise<IndexResult> {
  const query = bounded(asked)
  const { structured } = query
  const scope = await scopeOf(query, deps.tags)
  const cursor = query.cursor ? decodeCursor(query.cursor, query.sort, structured?.concepts) : undefined
  if (scope.isEmpty) return nothingFound
  if (!structured) return browse(deps, query, scope, cursor)
  if (isEmptyText(structured)) return nothingFound
  return deps.live.on(async (slot, check) => {
    const locale = deps.analyzers[query.locale] ? query.locale : defaultLocale
    const rarities =
      cursor?.rarities?.map(knownRarity) ?? (await deps.rarities.of(slot, locale, structured.concepts))
    for (const step of cursor ? [cursor.step] : stepsOf(structured, rarities)) {
      const { row, place } = await run(deps, { slot, query, scope, cursor, step, locale, rarities })
      check(row)
      if (!cursor && isTooFew(foundIn(row), structured, step)) continue
      const elsewhere = cursor ? undefined : unlessNamed(query, step)
      if (elsewhere && (await isFound(deps, elsewhere, { slot, locale, rarities }))) return nothingFound
      return {
        ...(await readCounts(row, scope, query.currency, deps.tags)),
        ...readPage(row.page ?? [], query, place, cursor),
      }
    }
    return nothingFound
  })
}

async function isFound(
  deps: Searching,
  query: IndexQuery,
  read: Pick<Run, 'slot' | 'locale' | 'rarities'>,
): Promise<boolean> {
  const scope = await scopeOf(query, deps.tags)
  const { row } = await run(deps, { ...read, query, scope, cursor: undefined, step: 'most' })
  return foundIn(row) > 0
}

type Run = {
  slot: Slot
  query: IndexQuery
  scope: Awaited<ReturnType<typeof scopeOf>>
  cursor: Cursor | undefined
  step: Step
  locale: Locale
  rarities: Rarity[]
}

async function run(deps: Searching, { slot, query, scope, cursor, step, locale, rarities }: Run) {
  const structured = query.structured!
  const analyzer = deps.analyzers[locale]!
  const price = priceOf(query.currency)
  const { listings, bodies } = tablesOf[slot]
  const place = { step, rarities: rarities.map(({ rarity }) => rarity) }
  const terms = localised(structured, locale)
  const preferred = await preferredOf(structured.preferences, deps.tags, (stems) =>
    anyOf(stems.map((stem) => [termOf(locale, stem)])),
  )
  const skuIds = await idsOf(deps.db, slot, structured.skus)
  const { key, descending } = keyOf(
    query,
    relevance(
      {
        concepts: terms.concepts,
        ...place,
        titleKey: titleKey(structured.text, analyzer),
        skuIds,
        preferred,
      },
      price,
    ),
  )
  const { beyond, order } = pageOf(sql`key`, descending, query, cursor)
  const inLocale = sql`locale = ${locale}`
  // Words are in one language only. Besides them the locale would tempt the planner to read an index of all that are in it.
  const isByWord = (terms.concepts.length > 0 && step !== 'gift') || terms.phrases.length > 0
  const anywhere = (text: string) => sql`(id, locale) in (
    select id, locale from ${listings} where strong @@ ${text}::tsquery
    union all select id, locale from ${bodies} where body @@ ${text}::tsquery)`
  const words = [
    ...meets(terms, rarities, step, anywhere),
    ...(isByWord
      ? []
      : [
          inLocale,
          ...(isOnlySkus(structured)
            ? [sql`false`]
            : prefers(isGiftOnlyPreferred(structured, step) ? { ...preferred, gift: [] } : preferred)),
        ]),
  ]
  const met = sql.join(words, sql` and `)
  const isSku = sql`(${inLocale} and id = any(${sql.param(skuIds)}::uuid[]))`
  const found = skuIds.length > 0 ? sql`((${met}) or ${isSku})` : met
  const page =
    step === 'all'
      ? sql`(select id, key, null::int[] as missing from best)`
      : sql`(select id, key, ${missing(terms)} as missing from best join ${listings} using (id) join ${bodies} using (id, locale) where ${inLocale})`
  const statement = sql`
    with matched as materialized (
      select id, tags, ${price} as price, in_stock, sold, ${missesOf(scope, price)} as misses, ${key} as key
      from ${listings}${bodiesFor(terms.concepts, step, bodies)}
      where ${sql.join([found, ...scopeConditions(scope, query)], sql` and `)}),
    best as (select id, key from matched where misses = 0${beyond} ${order}),
    page as ${page}
    select ${liveColumn}, ${pageColumn(slot, matchColumns(query.locale))}, ${countColumns(scope)}`
  const { rows } = await deps.db.execute<CountsRow & WithLive & { page: PageRow[] | null }>(statement)
  return { row: rows[0]!, place }
}

/** Returns the join with the descriptions that a step reads: of most words, only those that have one which may be missing elsewhere. */
function bodiesFor(concepts: Concept[], step: Step, bodies: (typeof tablesOf)[Slot]['bodies']): SQL {
  if (step === 'all') return sql``
  if (step !== 'most') return sql` join ${bodies} using (id, locale)`
  const described = concepts.filter((concept) => isDescribed(concept, concepts, step))
  return described.length === 0
    ? sql``
    : sql` left join (select id, locale, body from ${bodies} where body @@ ${described.map(queryOf).join('|')}::tsquery) described using (id, locale)`
}

/** Returns the places of concepts that a listing meets nowhere. */
function missing({ concepts }: TermQuery): SQL {
  const places = concepts.map((concept, at) => {
    const query = queryOf(concept)
    return sql`case when not strong @@ ${query}::tsquery and not body @@ ${query}::tsquery then ${sql.raw(String(at))} end`
  })
  return sql`array_remove(array[${sql.join(places, sql`, `)}]::int[], null)`
}

async function idsOf(db: Executor, slot: Slot, skus: string[]): Promise<string[]> {
  if (skus.length === 0) return []
  const wanted = skus.filter(isStorable).map((sku) => sku.toLowerCase())
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from ${tablesOf[slot].products} where skus && ${sql.param(wanted)}::text[] limit 20`,
  )
  return rows.map(({ id }) => id)
}

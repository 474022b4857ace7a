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
import type { Concept } from '../../query/structured-query.ts'
import { localised, type TermQuery } from './localised.ts'
import { isDescribed, meets, queryOf } from './matching.ts'
import { keyOf, matchColumns, pageColumn, pageOf, type PageRow, readPage } from './page.ts'
import { preferredOf, prefers } from './preferences.ts'
import { knownRarity, type Rarity } from '../rarity.ts'
import { relevance } from './relevance.ts'
import { type Remembered, textKey } from './remembered-texts.ts'
import { priceOf, scopes, type Slot, slots, tablesOf } from './schema.ts'
import { chosenConditions, scopeConditions, scopeOf } from './scope.ts'
import type { Searching } from './searching.ts'
import { anyOf, isStorable, termOf } from './terms.ts'
import { wholeMall } from './write.ts'

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
    const read = { slot, query, scope, cursor, locale, rarities }
    const keyOfStep = (step: Step) => textKey(query, scope, rarities, step)
    const steps = cursor ? [cursor.step] : stepsOf(structured, rarities)
    const known = knownStep(
      steps.map((step) => ({ step, remembered: deps.texts.of(keyOfStep(step)) })),
      cursor !== undefined,
    )
    if (known && (cursor || !unlessNamed(query, known.step))) {
      const { row, place } = await run(deps, { ...read, step: known.step, state: known.state })
      check(row)
      if (row.state === known.state)
        return { ...known.counts, ...readPage(row.page ?? [], query, place, cursor) }
    }
    for (const step of steps) {
      const { row, place } = await run(deps, { ...read, step })
      check(row)
      const isEnough = !isTooFew(foundIn(row), structured, step)
      if (!cursor && !isEnough) {
        deps.texts.keep(keyOfStep(step), { state: row.state, isEnough, counts: undefined })
        continue
      }
      const elsewhere = cursor ? undefined : unlessNamed(query, step)
      if (elsewhere && (await isFound(deps, elsewhere, { slot, locale, rarities }))) return nothingFound
      const counts = await readCounts(row, scope, query.currency, deps.tags)
      deps.texts.keep(keyOfStep(step), { state: row.state, isEnough, counts })
      return { ...counts, ...readPage(row.page ?? [], query, place, cursor) }
    }
    return nothingFound
  })
}

/** Returns the step that answers a query, where that and what the steps before it find are known of one state of the index. */
function knownStep(steps: { step: Step; remembered: Remembered | undefined }[], isByCursor: boolean) {
  const state = steps[0]?.remembered?.state
  for (const { step, remembered } of steps) {
    if (!remembered || remembered.state !== state) return undefined
    const { isEnough, counts } = remembered
    if (isEnough || isByCursor) return counts && { step, state: remembered.state, counts }
  }
  return undefined
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

/** Names the live generation, and after that how often the mall has changed. */
const stateOfIndex = sql`(select slot || ' ' || generation || ' ' || coalesce(changes, 0)
  from ${slots} left join ${scopes} on tag = ${sql.raw(String(wholeMall))} where state = 'live')`

type Run = {
  slot: Slot
  query: IndexQuery
  scope: Awaited<ReturnType<typeof scopeOf>>
  cursor: Cursor | undefined
  step: Step
  locale: Locale
  rarities: Rarity[]
  /** With a state of the index, only the page is read, and that only in this state. */
  state?: string
}

async function run(deps: Searching, { slot, query, scope, cursor, step, locale, rarities, state }: Run) {
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
  const listed =
    state === undefined ? [] : [sql`${stateOfIndex} = ${state}`, ...chosenConditions(scope, price)]
  const counted = sql`tags, ${price} as price, in_stock, sold, ${missesOf(scope, price)} as misses`
  const conditions = sql.join([found, ...scopeConditions(scope, query), ...listed], sql` and `)
  const statement = sql`
    with matched as materialized (
      select id, ${state === undefined ? counted : sql`0 as misses`}, ${key} as key
      from ${listings}${bodiesFor(terms.concepts, step, bodies)} where ${conditions}),
    best as (select id, key from matched where misses = 0${beyond} ${order}),
    page as ${page}
    select ${stateOfIndex} as state, ${pageColumn(slot, matchColumns(query.locale))}${
      state === undefined ? sql`, ${countColumns(scope)}` : sql``
    }`
  const { rows } = await deps.db.execute<CountsRow & { state: string } & { page: PageRow[] | null }>(
    statement,
  )
  const row = rows[0]!
  return { row: { ...row, live: row.state.slice(0, row.state.lastIndexOf(' ')) }, place }
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

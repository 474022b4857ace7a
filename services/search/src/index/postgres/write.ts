import { isDeepStrictEqual } from 'node:util'
import type { Executor } from '@mallhive/service-kit/db'
import { currencyCodes } from '@mallhive/contracts/currencies'
import { sql } from 'drizzle-orm'
import type { Analyzers } from '../analyzer.ts'
import type { ProductDocument } from '../document.ts'
import type { Change } from './change.ts'
import { cardOf } from '../card.ts'
import { priceOf, scopes, type Slot, tablesOf } from './schema.ts'
import type { Tallies } from './tallies.ts'
import { deleteTitleWords, insertTitleWords, titleWordsOf } from './title-words.ts'

type Held = { id: string; revision: number; document: ProductDocument | null }

/** The tag of the list of the whole mall, in `scopes`. */
export const wholeMall = 0

/**
 * Writes those changes that are newer than what a slot holds; returns the tags of the lists that they change. The caller has
 * locked the slot, and flushes the tallies.
 */
export async function writeChanges(
  tx: Executor,
  slot: Slot,
  changes: Change[],
  { tallies, analyzers }: { tallies: Tallies; analyzers: Analyzers },
): Promise<Set<number>> {
  const held = await readHeld(tx, slot, changes)
  const accepted = newest(changes).filter(({ id, revision, document }) => {
    const had = held.get(id)
    return !had || (document ? revision > had.revision : revision >= had.revision)
  })
  for (const { id, document } of accepted) {
    const had = held.get(id)?.document
    if (had && document && sameWords(had, document)) continue
    if (had) tallies.count(had, -1)
    if (document) tallies.count(document, 1)
  }
  const left = await deleteListings(
    tx,
    slot,
    accepted.flatMap(({ id }) => (held.get(id)?.document ? id : [])),
  )
  const replaced = accepted.flatMap(({ id }) => held.get(id)?.document ?? [])
  await deleteTitleWords(
    tx,
    slot,
    replaced.flatMap((document) => titleWordsOf(document, analyzers)),
  )
  if (accepted.length > 0) await writeProducts(tx, slot, accepted)
  await insertTitleWords(
    tx,
    slot,
    accepted.flatMap(({ titleWords }) => titleWords),
  )
  const listings = accepted.flatMap((change) => change.listings)
  if (listings.length > 0) await insertListings(tx, slot, listings)
  return new Set([...left, ...listings.flatMap((listing) => listing.tags)])
}

/** Makes remembered counts of these lists stale. */
export async function touchScopes(tx: Executor, touched: Set<number>): Promise<void> {
  if (touched.size === 0) return
  await tx.execute(sql`
    insert into ${scopes} as s (tag, changes)
    select tag, 1 from unnest(${sql.param([wholeMall, ...touched])}::int[]) tag order by tag
    on conflict (tag) do update set changes = s.changes + 1`)
}

/** Of several changes of one product the newest counts; a removal before a document of the same revision. */
function newest(changes: Change[]): Change[] {
  const rank = ({ revision, document }: Change) => revision * 2 + (document ? 0 : 1)
  return [...Map.groupBy(changes, ({ id }) => id).values()].map((same) =>
    same.reduce((best, change) => (rank(change) > rank(best) ? change : best)),
  )
}

async function readHeld(tx: Executor, slot: Slot, changes: Change[]): Promise<Map<string, Held>> {
  const ids = changes.map(({ id }) => id)
  const { rows } = await tx.execute<Held>(sql`
    select id, revision, document from ${tablesOf[slot].products} where id = any(${sql.param(ids)}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

const sameWords = (one: ProductDocument, other: ProductDocument): boolean => {
  const words = ({ texts, categorySlugs, seller, prices }: ProductDocument) => [
    texts,
    categorySlugs,
    seller.slug,
    seller.name,
    // Completions are counted by currency.
    prices.map(({ currency }) => currency).toSorted(),
  ]
  return isDeepStrictEqual(words(one), words(other))
}

async function deleteListings(tx: Executor, slot: Slot, ids: string[]): Promise<number[]> {
  if (ids.length === 0) return []
  const { listings, bodies } = tablesOf[slot]
  await tx.execute(sql`delete from ${bodies} where id = any(${sql.param(ids)}::uuid[])`)
  const { rows } = await tx.execute<{ tags: number[] }>(sql`
    delete from ${listings} where id = any(${sql.param(ids)}::uuid[]) returning tags`)
  return rows.flatMap(({ tags }) => tags)
}

async function writeProducts(tx: Executor, slot: Slot, accepted: Change[]): Promise<void> {
  const rows = accepted.map(({ id, revision, document }) => ({
    id,
    revision,
    skus: document ? skusOf(document) : [],
    card: document && cardOf(document),
    document,
  }))
  await tx.execute(sql`
    insert into ${tablesOf[slot].products} (id, revision, skus, card, document)
    select id, revision, skus, card, document from json_to_recordset(${JSON.stringify(rows)}::json)
      as x(id uuid, revision int, skus text[], card jsonb, document jsonb)
    on conflict (id) do update set revision = excluded.revision, skus = excluded.skus, card = excluded.card,
      document = excluded.document`)
}

const skusOf = ({ skus, sellerSkus }: ProductDocument): string[] => [
  ...new Set([...skus, ...sellerSkus].map((sku) => sku.toLowerCase())),
]

async function insertListings(tx: Executor, slot: Slot, listings: Change['listings']): Promise<void> {
  const prices = sql.join(currencyCodes.map(priceOf), sql`, `)
  const priceTypes = sql.join(
    currencyCodes.map((code) => sql`${priceOf(code)} bigint`),
    sql`, `,
  )
  const columns = sql`id, locale, strong, title, head, title_key, tags, traits, newest, rating, popularity, boost, in_stock, sold, ${prices}`
  await tx.execute(sql`
    insert into ${tablesOf[slot].listings} (${columns})
    select ${columns} from json_to_recordset(${JSON.stringify(listings.map((listing) => ({ ...listing, body: undefined })))}::json)
      as x(id uuid, locale text, strong tsvector, title tsvector, head text, title_key bigint, tags int[], traits int[],
        newest bigint, rating bigint, popularity bigint, boost real, in_stock boolean, sold int, ${priceTypes})`)
  const bodies = listings.map(({ id, locale, body }) => ({ id, locale, body }))
  await tx.execute(sql`
    insert into ${tablesOf[slot].bodies} (id, locale, body)
    select id, locale, body from json_to_recordset(${JSON.stringify(bodies)}::json)
      as x(id uuid, locale text, body tsvector)`)
}

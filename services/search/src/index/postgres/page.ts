import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { sql, type SQL } from 'drizzle-orm'
import type { Hit, HitTexts, IndexQuery, IndexResult, IndexSort } from '../port.ts'
import { type StoredCard, shownCard } from '../card.ts'
import { type Cursor, encodeCursor } from '../cursor.ts'
import { bestSelling, priceOf, type Slot, tablesOf } from './schema.ts'

export type PageRow = { key: number; id: string; card: StoredCard; missing?: number[]; texts?: HitTexts }

/** Returns the sort key of a listing, and whether higher ones come first. */
export function keyOf(
  query: IndexQuery,
  relevance: SQL = sql`popularity`,
): { key: SQL; descending: boolean } {
  const keys: Record<IndexSort, SQL> = {
    relevance,
    newest: sql`newest`,
    rating: sql`rating`,
    'price-asc': priceOf(query.currency),
    'price-desc': priceOf(query.currency),
    'best-selling': bestSelling,
  }
  return { key: keys[query.sort], descending: query.sort !== 'price-asc' }
}

/** Returns the condition, order and limit of one page, by cursor or offset: one row more than it shows. */
export function pageOf(
  key: SQL,
  descending: boolean,
  { size, offset = 0 }: Pick<IndexQuery, 'size' | 'offset'>,
  cursor: Cursor | undefined,
) {
  const isDown = descending !== (cursor?.way === 'before')
  const direction = isDown ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql` and (${key}, id) ${isDown ? sql`<` : sql`>`} (${Math.round(cursor.key)}::bigint, ${cursor.id}::uuid)`
    : sql``
  const sorted = sql`order by ${key} ${direction}, id ${direction}`
  return {
    beyond,
    sorted,
    order: sql`${sorted} limit ${size + 1}${cursor || offset === 0 ? sql`` : sql` offset ${offset}`}`,
  }
}

/** Returns the rows of `page (id, key)` with their cards as one JSON array, in any order. */
export const pageColumn = (slot: Slot, more: SQL = sql``): SQL => sql`
  (select json_agg(json_build_object('key', key, 'id', id, 'card', card${more}))
    from page join ${tablesOf[slot].products} using (id)) as page`

/** Returns the columns of a page whose rows say what of the products a query met, and what it did not. */
export const matchColumns = (locale: Locale): SQL => sql`, 'missing', missing,
  'texts', coalesce(document->'texts'->${locale}::text, document->'texts'->${defaultLocale}::text)
    || jsonb_build_object('factNames', coalesce(document->'factNames', '[]'::jsonb))`

export function readPage(
  found: PageRow[],
  query: IndexQuery,
  place: Pick<Cursor, 'step' | 'rarities'>,
  cursor: Cursor | undefined,
): Pick<IndexResult, 'hits' | 'next' | 'previous'> {
  const backwards = cursor?.way === 'before'
  const sign = query.sort === 'price-asc' ? 1 : -1
  const ordered = found.toSorted((a, b) => sign * (a.key - b.key || (a.id < b.id ? -1 : 1)))
  const more = ordered.length > query.size
  const shown = backwards ? ordered.slice(-query.size) : ordered.slice(0, query.size)
  const at = (row: PageRow | undefined, way: Cursor['way']) =>
    row
      ? encodeCursor(
          { sort: query.sort, way, key: row.key, id: row.id, ...place },
          query.structured?.concepts,
        )
      : ''
  return {
    hits: shown.flatMap((row) => hitOf(row, query)),
    next: backwards || more ? at(shown.at(-1), 'after') : '',
    previous: (backwards ? more : cursor || query.offset) ? at(shown[0], 'before') : '',
  }
}

function hitOf({ card, missing, texts }: PageRow, { locale, currency, structured }: IndexQuery): Hit[] {
  const shown = shownCard(card, locale, currency)
  const words = structured?.concepts ?? []
  return shown
    ? [{ card: shown, missing: (missing ?? []).flatMap((at) => words[at]?.text ?? []), texts }]
    : []
}

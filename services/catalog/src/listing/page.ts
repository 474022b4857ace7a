import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '@mallhive/service-kit/db'
import type { Locale } from '@mallhive/contracts/locales'
import { rows } from '../rows.ts'
import { cardColumns, type ListingRow } from './card.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'

// A sort is an integer expression over a listing and a direction; the product id breaks ties.
export type Sort = { name: string; key: SQL; descending: boolean }

export type Page = { listings: ListingRow[]; next: string; previous: string }

/** Reads one page of the listings that match `where`: after or before `cursor`, or after as many as `offset`. */
export async function readPage(
  db: Db,
  query: { where: SQL; sort: Sort; size: number; cursor: string; offset: number; locale: Locale },
): Promise<Page> {
  const { where, sort, size } = query
  const cursor = query.cursor ? decodeCursor(query.cursor, sort.name) : undefined
  const offset = cursor ? 0 : query.offset
  const backwards = cursor?.way === 'before'
  const descending = sort.descending !== backwards
  const direction = descending ? sql`desc` : sql`asc`
  const beyond = cursor
    ? sql`(${sort.key}, product_id) ${descending ? sql`<` : sql`>`} (${cursor.key}::bigint, ${cursor.id}::uuid)`
    : sql`true`

  const found = await rows<ListingRow & { id: string; key: string }>(
    db,
    sql`
      select product_id as id, ${sort.key} as key, ${cardColumns(query.locale)}
      from catalog.listings l where ${where} and ${beyond}
      order by ${sort.key} ${direction}, product_id ${direction} limit ${size + 1} offset ${offset}`,
  )
  const more = found.length > size
  const listings = backwards ? found.slice(0, size).toReversed() : found.slice(0, size)
  const place = (row: (typeof found)[number] | undefined, way: 'after' | 'before') =>
    row ? encodeCursor({ sort: sort.name, way, key: Number(row.key), id: row.id }) : ''
  return {
    listings,
    next: backwards || more ? place(listings.at(-1), 'after') : '',
    previous: (backwards ? more : cursor || offset > 0) ? place(listings[0], 'before') : '',
  }
}

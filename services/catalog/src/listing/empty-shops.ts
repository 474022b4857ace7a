import type { Db } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { rows } from '../rows.ts'
import type { FacetCount, Filter } from './facets.ts'

/** Returns counts of 0 for the chosen shops that a list has no product of, so that they have their names. */
export async function emptyShops(db: Db, filters: Filter[], counts: FacetCount[]): Promise<FacetCount[]> {
  const chosen = filters.find(({ name }) => name === 'seller')?.values ?? []
  const gone = chosen.filter((slug) => !counts.some(({ name, value }) => name === 'seller' && value === slug))
  if (gone.length === 0) return []
  const shops = await rows<{ slug: string; name: string }>(
    db,
    sql`select slug, name from catalog.sellers where slug = any(${sql.param(gone)}::text[])`,
  )
  return shops.map(({ slug, name }) => ({
    name: 'seller',
    value: slug,
    label: name,
    translation: null,
    count: 0,
  }))
}

import type { Locale } from '@mallhive/contracts/locales'
import type { Db } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { rows } from '../rows.ts'
import type { FacetCount, Filter } from './facets.ts'

/** Returns counts of 0 for the chosen values that a list has no product of; none for those that do not exist. */
export async function emptyValues(
  db: Db,
  filters: Filter[],
  counts: FacetCount[],
  locale: Locale,
): Promise<FacetCount[]> {
  const counted = new Set(counts.map(({ name, value }) => `${name}:${value}`))
  const gone = filters.flatMap(({ name, values }) =>
    values.flatMap((value) => (counted.has(`${name}:${value}`) ? [] : sql`(${name}, ${value})`)),
  )
  if (gone.length === 0) return []
  return rows<FacetCount>(
    db,
    sql`
      select name, value, v.label, t.label as translation, 0 as count
      from (
        select name, value, label from catalog.facet_values where name <> 'seller'
        union all select 'seller', slug, name from catalog.sellers) v
      left join (select * from catalog.value_translations where locale = ${locale}) t using (name, value)
      where (name, value) in (${sql.join(gone, sql`, `)})`,
  )
}

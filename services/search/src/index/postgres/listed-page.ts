import { sql, type SQL } from 'drizzle-orm'
import type { IndexQuery } from '../port.ts'
import type { Cursor } from '../cursor.ts'
import { keyOf, pageOf } from './page.ts'
import { priceOf, type Slot, tablesOf } from './schema.ts'
import { boundConditions, chosenConditions, inDefaultLocale, type Scope, scopeConditions } from './scope.ts'

/** How many listings are walked for each one that is read. */
const walkedForOne = 200

/**
 * Returns the statements of `page (id, key)`, a page of a list without a text. It is read by the index of its sort if the first
 * listings of that have enough of the list, else from all listings of the list. So a list at the other end of the index (what is
 * cheap, by the highest price) takes about as long as counting it, instead of a walk over the whole index.
 */
export function listedPage(slot: Slot, query: IndexQuery, scope: Scope, cursor: Cursor | undefined): SQL {
  const { listings } = tablesOf[slot]
  const price = priceOf(query.currency)
  const { key, descending } = keyOf(query)
  const { beyond, sorted } = pageOf(key, descending, query, cursor)
  const { order } = pageOf(sql`key`, descending, query, cursor)
  const isByPrice = query.sort === 'price-asc' || query.sort === 'price-desc'
  const inRange = isByPrice ? [sql`${price} is not null`, ...boundConditions(scope, price)] : []
  const begun = sql`${sql.join([inDefaultLocale, ...inRange], sql` and `)}${beyond}`
  const listed = sql.join([...scopeConditions(scope, query), ...chosenConditions(scope, price)], sql` and `)
  const walked = walkedForOne * ((cursor ? 0 : (query.offset ?? 0)) + query.size + 1)
  return sql`
    walked as materialized (
      select id, ${key} as key
      from (select * from ${listings} where ${begun} ${sorted} limit ${walked}) beginning
      where ${listed} ${order}),
    enough as (select count(*) > ${query.size} as is_enough from walked),
    listed as materialized (
      select id, ${key} as key from ${listings}
      where not (select is_enough from enough) and ${inDefaultLocale} and ${listed}${beyond}),
    page as (
      select id, key from walked where (select is_enough from enough)
      union all (select id, key from listed ${order}))`
}

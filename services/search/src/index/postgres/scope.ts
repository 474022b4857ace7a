import { sql, type SQL } from 'drizzle-orm'
import { defaultLocale } from '@mallhive/contracts/locales'
import type { IndexQuery } from '../port.ts'
import { inStock } from '../own-facets.ts'
import { priceOf } from './schema.ts'
import type { Tag } from '../tag.ts'
import type { TagNumbers } from './tags.ts'

/** Numbers of tags; of the facet of the stock, which is no tag, any number. */
type Filter = { name: string; ids: number[] }

/** What a query chooses from, and what is chosen of it. */
export type Scope = {
  /** Tags that all products of the scope have: category, shop. */
  within: number[]
  /** No product can be in it: it names an unknown category or shop. */
  isEmpty: boolean
  filters: Filter[]
  minPriceMinor: number | undefined
  maxPriceMinor: number | undefined
}

const mostFilters = 20
const mostMinor = 1_000_000_000_000

export async function scopeOf(query: IndexQuery, tags: TagNumbers): Promise<Scope> {
  const shop = query.structured?.filters.sellerSlug
  const within: Tag[] = [
    ...(query.categorySlug ? [{ name: 'category', value: query.categorySlug }] : []),
    ...(query.sellerSlug ? [{ name: 'seller', value: query.sellerSlug }] : []),
    ...(shop ? [{ name: 'seller', value: shop }] : []),
  ]
  const ids = await tags.known(within)
  const byName = Map.groupBy(query.filters, ({ name }) => name)
  const filters = await Promise.all(
    [...byName].slice(0, mostFilters).map(async ([name, same]) => {
      const values = same.flatMap((filter) => filter.values)
      if (name === inStock.name) return { name, ids: values.includes(inStock.value) ? [1] : [] }
      return { name, ids: await tags.known(values.map((value) => ({ name, value }))) }
    }),
  )
  return {
    within: ids,
    isEmpty: ids.length < within.length,
    filters,
    minPriceMinor: bound(query.minPriceMinor),
    maxPriceMinor: bound(query.maxPriceMinor),
  }
}

const bound = (minor: number | undefined): number | undefined =>
  minor === undefined ? undefined : Math.round(Math.min(Math.max(minor, 0), mostMinor))

/** Returns conditions for the listings of a scope, whatever is chosen in it. */
export function scopeConditions({ within }: Scope, query: IndexQuery): SQL[] {
  const price = priceOf(query.currency)
  const { minPriceMinor, maxPriceMinor } = query.structured?.filters ?? {}
  return [
    sql`${price} is not null`,
    ...(within.length > 0 ? [sql`tags @> ${sql.param(within)}::int[]`] : []),
    ...boundConditions({ minPriceMinor: bound(minPriceMinor), maxPriceMinor: bound(maxPriceMinor) }, price),
  ]
}

/** Returns conditions for the listings that have what was chosen: one a filter, the last one for the price. */
export function chosenConditions(scope: Scope, price: SQL): SQL[] {
  const bounds = boundConditions(scope, price)
  return [
    ...scope.filters.map(({ name, ids }) => {
      if (name === inStock.name) return ids.length > 0 ? sql`in_stock` : sql`false`
      return sql`tags && ${sql.param(ids)}::int[]`
    }),
    ...(bounds.length > 0 ? [sql`(${sql.join(bounds, sql` and `)})`] : []),
  ]
}

type Bounds = Pick<Scope, 'minPriceMinor' | 'maxPriceMinor'>

export const boundConditions = ({ minPriceMinor, maxPriceMinor }: Bounds, price: SQL): SQL[] => [
  ...(minPriceMinor === undefined ? [] : [sql`${price} >= ${minPriceMinor}::bigint`]),
  ...(maxPriceMinor === undefined ? [] : [sql`${price} <= ${maxPriceMinor}::bigint`]),
]

/** Lists without a text are read from the rows of the default language, by indexes that only they are in. */
export const inDefaultLocale = sql.raw(`locale = '${defaultLocale}'`)

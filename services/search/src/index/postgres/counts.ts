import { sql, type SQL } from 'drizzle-orm'
import type { FacetCount, IndexResult } from '../port.ts'
import type { Currency } from '@mallhive/contracts/currencies'
import { inStock, shownTag } from '../own-facets.ts'
import { bucketsOf } from '../price-buckets.ts'
import { chosenConditions, type Scope } from './scope.ts'
import type { TagNumbers } from './tags.ts'

export type Counts = Pick<IndexResult, 'total' | 'counts' | 'lowestMinor' | 'highestMinor' | 'buckets'>

/** Of listings that miss the same choices: how many have a tag. */
type Counted = [misses: number, tag: number, listings: number]

export type CountsRow = {
  found: number
  total: number
  stocked: number
  lowest: number | null
  highest: number | null
  counted: Counted[] | null
  cells: [fromMinor: number, count: number][] | null
}

/** Returns a number whose bits are the choices that a listing lacks. The price is the last one. */
export function missesOf(scope: Scope, price: SQL): SQL {
  const bits = chosenConditions(scope, price).map(
    (chosen, at) => sql`case when ${chosen} then 0 else ${bit(at)} end`,
  )
  return bits.length > 0 ? sql.join(bits, sql` + `) : sql`0`
}

const bit = (at: number) => sql.raw(String(2 ** at))

/**
 * Returns the columns of `CountsRow` over `matched (tags, price, in_stock, misses)`. A listing that lacks one choice
 * is counted in that facet only, so each count is the total of the list with the value chosen instead.
 */
export function countColumns(scope: Scope): SQL {
  const priceBit = sql.raw(String(2 ** scope.filters.length))
  return sql`
    (select json_agg(json_build_array(misses, tag, listings)) from (
      select misses, tag, count(*)::int as listings from (
        select misses, unnest(tags) as tag from matched where misses & (misses - 1) = 0 and misses <> ${priceBit}) tagged
      group by misses, tag) counted) as counted,
    (select json_agg(json_build_array(cell, listings)) from (
      select ${cell} as cell, count(*)::int as listings from matched where misses in (0, ${priceBit}) group by cell) cells) as cells,
    found, total, stocked, lowest, highest`
}

/** `cellOf` a price. */
const cell = sql.raw(
  `price - price % case ${Array.from({ length: 12 }, (_, power) => `when price < ${10 ** (power + 2)} then ${10 ** power}`).join(' ')} else ${10 ** 12} end`,
)

/** The row that `countColumns` reads besides `matched`. */
export function totals(scope: Scope): SQL {
  const priceBit = sql.raw(String(2 ** scope.filters.length))
  const stock = scope.filters.findIndex(({ name }) => name === inStock.name)
  const stockBit = stock < 0 ? sql`0` : bit(stock)
  return sql`(
    select count(*)::int as found, (count(*) filter (where misses = 0))::int as total,
      (count(*) filter (where in_stock and misses in (0, ${stockBit})))::int as stocked,
      (min(price) filter (where misses in (0, ${priceBit})))::float8 as lowest,
      (max(price) filter (where misses in (0, ${priceBit})))::float8 as highest
    from matched) totals`
}

export async function readCounts(
  row: CountsRow,
  scope: Scope,
  currency: Currency,
  tags: TagNumbers,
): Promise<Counts> {
  const counted = row.counted ?? []
  const tagOf = await tags.tagsOf([...new Set(counted.map(([, tag]) => tag))])
  const counts = new Map<number, FacetCount>()
  for (const [misses, tag, listings] of counted) {
    const { name, value } = tagOf(tag)
    if (misses !== 0 && scope.filters[Math.log2(misses)]?.name !== name) continue
    const count = (counts.get(tag)?.count ?? 0) + listings
    counts.set(tag, { name, value, count })
  }
  return {
    total: row.total,
    counts: [
      ...[...counts.values()].flatMap(({ count, ...tag }) =>
        shownTag(tag, currency).map((shown) => ({ ...shown, count })),
      ),
      ...(row.stocked > 0 ? [{ ...inStock, count: row.stocked }] : []),
    ],
    lowestMinor: row.lowest ?? 0,
    highestMinor: row.highest ?? 0,
    buckets: bucketsOf((row.cells ?? []).map(([fromMinor, count]) => ({ fromMinor, count }))),
  }
}

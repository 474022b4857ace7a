import { sql, type SQL } from 'drizzle-orm'
import type { FacetCount, IndexResult } from '../port.ts'
import type { Currency } from '@mallhive/contracts/currencies'
import { inStock, shownTag } from '../own-facets.ts'
import { bucketsOf } from '../price-buckets.ts'
import { chosenConditions, type Scope } from './scope.ts'
import type { TagNumbers } from './tags.ts'

export type Counts = Pick<
  IndexResult,
  'total' | 'counts' | 'lowestMinor' | 'highestMinor' | 'buckets' | 'hasSales'
>

/** Of listings that lack the same choice: how many have a tag. */
type Counted = [misses: number, tag: number, listings: number]

/** Of listings that lack the same choice and have prices in one cell. Those that lack several are counted together. */
type Summed = [
  misses: number,
  fromMinor: number,
  listings: number,
  stocked: number,
  sold: number,
  lowest: number,
  highest: number,
]

export type CountsRow = { counted: Counted[] | null; sums: Summed[] | null }

/** Returns a number whose bits are the choices that a listing lacks. The price is the last one. */
export function missesOf(scope: Scope, price: SQL): SQL {
  const bits = chosenConditions(scope, price).map(
    (chosen, at) => sql`case when ${chosen} then 0 else ${bit(at)} end`,
  )
  return bits.length > 0 ? sql.join(bits, sql` + `) : sql`0`
}

const bit = (at: number) => sql.raw(String(2 ** at))

/**
 * Returns the columns of `CountsRow` over `matched (tags, price, in_stock, sold, misses)`. A listing that lacks one choice
 * is counted in that facet only, so each count is the total of the list with the value chosen instead.
 */
export function countColumns(scope: Scope): SQL {
  // Grouping takes longer by two columns.
  const [misses, by] = isNarrowed(scope) ? [sql`misses`, sql`misses, `] : [sql`0`, sql``]
  const lacksOne = sql`misses & (misses - 1) = 0`
  return sql`
    (select json_agg(json_build_array(${misses}, tag, listings)) from (
      select ${by}tag, count(*)::int as listings from (
        select ${by}unnest(tags) as tag from matched${isNarrowed(scope) ? sql` where ${lacksOne} and misses <> ${priceBit(scope)}` : sql``}) tagged
      group by ${by}tag) counted) as counted,
    (select json_agg(json_build_array(${misses}, cell, listings, stocked, sold, lowest, highest)) from (
      select ${by}cell, count(*)::int as listings, (count(*) filter (where in_stock))::int as stocked,
        (count(*) filter (where sold > 0))::int as sold, min(price) as lowest, max(price) as highest
      from (select ${isNarrowed(scope) ? sql`case when ${lacksOne} then misses else ${lacksMore} end as misses, ` : sql``}${cell} as cell, price, in_stock, sold from matched) priced
      group by ${by}cell) summed) as sums`
}

const lacksMore = sql.raw('-1')

const isNarrowed = ({ filters, minPriceMinor, maxPriceMinor }: Scope): boolean =>
  filters.length > 0 || minPriceMinor !== undefined || maxPriceMinor !== undefined

const priceBitOf = ({ filters }: Scope): number => 2 ** filters.length
const priceBit = (scope: Scope): SQL => bit(scope.filters.length)

/** `cellOf` a price. */
const cell = sql.raw(
  `price - price % case ${Array.from({ length: 12 }, (_, power) => `when price < ${10 ** (power + 2)} then ${10 ** power}`).join(' ')} else ${10 ** 12} end`,
)

/** Returns how many listings were matched, whatever is chosen. */
export const foundIn = ({ sums }: CountsRow): number =>
  (sums ?? []).reduce((all, [, , listings]) => all + listings, 0)

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
  const stock = scope.filters.findIndex(({ name }) => name === inStock.name)
  const sums = row.sums ?? []
  const listed = sums.filter(([misses]) => misses === 0)
  const stocked = total(
    sums.filter(([misses]) => misses === 0 || misses === 2 ** stock).map(([, , , available]) => available),
  )
  const priced = sums.filter(([misses]) => misses === 0 || misses === priceBitOf(scope))
  return {
    total: total(listed.map(([, , listings]) => listings)),
    counts: [
      ...[...counts.values()].flatMap(({ count, ...tag }) =>
        shownTag(tag, currency).map((shown) => ({ ...shown, count })),
      ),
      ...(stocked > 0 ? [{ ...inStock, count: stocked }] : []),
    ],
    lowestMinor: priced.length > 0 ? Math.min(...priced.map(([, , , , , lowest]) => lowest)) : 0,
    highestMinor: priced.length > 0 ? Math.max(...priced.map(([, , , , , , highest]) => highest)) : 0,
    buckets: bucketsOf(cellsOf(priced)),
    hasSales: listed.some(([, , , , sold]) => sold > 0),
  }
}

const total = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0)

/** Returns the listings of each cell, whether they lack the chosen price or nothing. */
const cellsOf = (priced: Summed[]) =>
  [...Map.groupBy(priced, ([, fromMinor]) => fromMinor)].map(([fromMinor, same]) => ({
    fromMinor,
    count: total(same.map(([, , listings]) => listings)),
  }))

import type { PriceBucket } from './port.ts'

/** How many products have a price from here on, up to the next number of two significant digits. */
export type PriceCell = { fromMinor: number; count: number }

const mostBuckets = 12
/** The dearest twentieth shares a bucket: a few expensive products do not push all others into the first one. */
const spread = 0.95

/** Returns a price rounded down to two significant digits. An engine counts by it, so that all bounds of buckets are exact. */
export const cellOf = (minor: number): number => minor - (minor % unitOf(minor))

const unitOf = (minor: number): number => 10 ** Math.max(0, String(minor).length - 2)

/** Joins cells to ranges of one readable width that follow each other; none where all products are in one cell. */
export function bucketsOf(cells: PriceCell[]): PriceBucket[] {
  const sorted = cells.toSorted((a, b) => a.fromMinor - b.fromMinor)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last || first === last) return []
  const dear = dearOf(sorted)
  const most = dear === last.fromMinor ? mostBuckets : mostBuckets - 1
  const width = widths(unitOf(dear)).find((each) => places(first.fromMinor, dear, each) <= most)!
  const start = first.fromMinor - (first.fromMinor % width)
  const end = start + places(first.fromMinor, dear, width) * width
  const buckets: PriceBucket[] = []
  for (let from = start; from < end; from += width)
    buckets.push({ fromMinor: from, toMinor: from + width - 1, count: countIn(sorted, from, from + width) })
  const rest = countIn(sorted, end, Infinity)
  const toMinor = last.fromMinor + unitOf(last.fromMinor) - 1
  return rest > 0 ? [...buckets, { fromMinor: end, toMinor, count: rest }] : buckets
}

/** Returns the cell up to which most products are. */
function dearOf(cells: PriceCell[]): number {
  const enough = cells.reduce((sum, { count }) => sum + count, 0) * spread
  let sum = 0
  return cells.find(({ count }) => (sum += count) >= enough)!.fromMinor
}

/** Rising steps that readers count in, each a whole number of units. */
const widths = (unit: number): number[] =>
  Array.from({ length: 14 }, (_, power) => [1, 2, 5].map((factor) => factor * unit * 10 ** power)).flat()

const places = (low: number, high: number, width: number): number =>
  Math.floor(high / width) - Math.floor(low / width) + 1

const countIn = (cells: PriceCell[], from: number, to: number): number =>
  cells.reduce((sum, { fromMinor, count }) => (fromMinor >= from && fromMinor < to ? sum + count : sum), 0)

import type { Currency } from '@mallhive/contracts/currencies'
import type { FacetCount, IndexQuery, IndexResult } from '../port.ts'
import { shownTag } from '../own-facets.ts'
import { bucketsOf } from '../price-buckets.ts'
import type { Dsl } from './match.ts'
import { tagOf } from './stored-document.ts'

type Aggregations = Record<string, object>
type Narrowing = Pick<IndexQuery, 'filters' | 'minPriceMinor' | 'maxPriceMinor' | 'currency'>

const mostTags = 10_000
/** The engine refuses longer expressions; no facet has such a name. */
const longestInclude = 1000

/** Returns what narrows a list after its facets were counted. */
export const narrowed = (query: Narrowing): Dsl[] => [...query.filters.map(chosen), ...withinPrice(query)]

/** A facet's values are counted with all other filters applied, so each count is the list's total with the value chosen. */
export function countsOf(query: Narrowing): Aggregations {
  const names = [...new Set(query.filters.map(({ name }) => name))]
  const without = (name: string) => query.filters.filter((filter) => filter.name !== name).map(chosen)
  const tags = (include = ''): Aggregations => ({
    tags: {
      terms: {
        field: 'tags',
        size: mostTags,
        ...(include && include.length <= longestInclude && { include }),
      },
    },
  })
  const price = { field: priceField(query.currency) }
  return {
    /** What is found before it is narrowed. */
    scope: { filter: { match_all: {} } },
    list: {
      filter: { bool: { filter: narrowed(query) } },
      aggs: { ...tags(), sold: { filter: { range: { sold: { gt: 0 } } } } },
    },
    prices: {
      filter: { bool: { filter: query.filters.map(chosen) } },
      aggs: {
        lowest: { min: price },
        highest: { max: price },
        cells: { terms: { field: cellField(query.currency), size: mostTags } },
      },
    },
    ...Object.fromEntries(
      names.map((name, at) => [
        `facet ${at}`,
        {
          filter: { bool: { filter: [...without(name), ...withinPrice(query)] } },
          aggs: tags(`${escaped(tagOf({ name, value: '' }))}.*`),
        },
      ]),
    ),
  }
}

/** The answer to `countsOf`. */
export type Counts = {
  scope: { doc_count: number }
  list: Counted & { sold: { doc_count: number } }
  prices: {
    lowest: { value: number | null }
    highest: { value: number | null }
    cells: { buckets: { key: number; doc_count: number }[] }
  }
} & Record<`facet ${number}`, Counted>

type Counted = { doc_count: number; tags: { buckets: { key: string; doc_count: number }[] } }

export function readCounts(
  answer: Counts,
  query: Narrowing,
): Pick<IndexResult, 'total' | 'counts' | 'lowestMinor' | 'highestMinor' | 'buckets' | 'hasSales'> {
  const { list, prices } = answer
  const chosenNames = [...new Set(query.filters.map(({ name }) => name))]
  const others = countsIn(list, query).filter(({ name }) => !chosenNames.includes(name))
  const own = chosenNames.flatMap((chosenName, at) =>
    countsIn(answer[`facet ${at}`]!, query).filter(({ name }) => name === chosenName),
  )
  return {
    total: list.doc_count,
    counts: [...others, ...own],
    lowestMinor: prices.lowest.value ?? 0,
    highestMinor: prices.highest.value ?? 0,
    hasSales: list.sold.doc_count > 0,
    buckets: bucketsOf(
      prices.cells.buckets.map(({ key: fromMinor, doc_count: count }) => ({ fromMinor, count })),
    ),
  }
}

const countsIn = ({ tags }: Counted, { currency }: Narrowing): FacetCount[] =>
  tags.buckets.flatMap(({ key, doc_count: count }) => {
    const colon = key.indexOf(':')
    const tag = { name: key.slice(0, colon), value: key.slice(colon + 1) }
    return shownTag(tag, currency).map((shown) => ({ ...shown, count }))
  })

export const priceField = (currency: Currency): string => `price.${currency}`
const cellField = (currency: Currency): string => `priceCell.${currency}`

const chosen = ({ name, values }: IndexQuery['filters'][number]): Dsl => ({
  terms: { tags: values.map((value) => tagOf({ name, value })) },
})

function withinPrice({ minPriceMinor: gte, maxPriceMinor: lte, currency }: Narrowing): Dsl[] {
  if (gte === undefined && lte === undefined) return []
  return [
    {
      range: {
        [priceField(currency)]: { ...(gte !== undefined && { gte }), ...(lte !== undefined && { lte }) },
      },
    },
  ]
}

/** Escapes what a regular expression of Lucene would read as an operator. */
export const escaped = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')

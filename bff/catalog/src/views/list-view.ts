import { type ListProductsResponse, ProductSort } from '@mallhive/contracts/catalog'
import type { SearchResponse } from '@mallhive/contracts/search'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { type Step, stepsOf } from '../list-place.ts'
import { type SortName, sortName } from '../sorts.ts'
import type { PriceBounds, PriceErrors } from '../price-bounds.ts'
import type { MatchView } from './match-view.ts'
import type { WayOn } from '../ways-on.ts'
import { type TileView, toTile } from './tile-view.ts'
import type { UnderstoodView } from './understood-view.ts'

export type FacetView = {
  name: string
  /** Empty for `category`, `seller`, `rating`, `stock` and `offer`, which the page names. */
  label: string
  /** The language of the label, where it is not the page's. */
  lang?: string
  /** Whether it has one value, which is on or off. */
  isSwitch: boolean
  values: FacetValueView[]
}

/** `parent`: of a category, the one above. */
export type FacetValueView = {
  value: string
  label: string
  lang?: string
  count: number
  selected: boolean
  parent?: string
}

/** Inclusive, in minor units. */
type PriceBucket = { fromMinor: number; toMinor: number; count: number }

export type ListView = {
  /** The order of the products, which may be another one than was asked for. */
  sort: SortName
  /** Whether any product of the list was sold lately: whether it can be sorted by that. */
  hasSales: boolean
  products: (TileView & MatchView)[]
  /** Of a query. */
  understood?: UnderstoodView
  total: number
  /** Of a query without results: searches that differ in one choice and find something. */
  ways: WayOn[]
  facets: FacetView[]
  /** Names of facets with a chosen value that is not applied, because search does not answer. */
  unapplied: string[]
  /**
   * Minor units: the bounds of the list without its price filter, and the filter itself; an invalid bound is not applied
   * and has an error.
   */
  prices: {
    lowestMinor: number
    highestMinor: number
    minMinor?: number
    maxMinor?: number
    errors: PriceErrors
    /** How many products of the list without its price filter are in each range; empty where that is not known. */
    buckets: PriceBucket[]
  }
  /** The number of the page, of `pages`. */
  page: number
  pages: number
  /** How many products stand on the pages before. */
  before: number
  /** Whether the page is reached by its number alone. */
  isNumbered: boolean
  /** Whether the list has no such page. A page that it has is empty when all of its products have left the mall since. */
  isBeyond: boolean
  next?: Step
  previous?: Step
}

const switches = new Set(['stock', 'offer'])

/** Products as the catalogue lists them, and as search finds them. */
type Listed = Pick<
  ListProductsResponse,
  'products' | 'total' | 'facets' | 'nextCursor' | 'previousCursor' | 'lowestPriceMinor' | 'highestPriceMinor'
> & {
  page?: number
  isBeyond?: boolean
  unapplied?: string[]
  matches?: ReadonlyMap<string, MatchView>
  understood?: UnderstoodView
  priceBuckets?: SearchResponse['priceBuckets']
  sort?: ProductSort
  hasSales?: boolean
  ways?: WayOn[]
}

type Found = { bounds: PriceBounds; errors: PriceErrors; pageLang: string; levels?: Map<string, number> }

/** Whether a facet has a value that is chosen, or that would narrow the list. */
function isChoice({ isSwitch, values }: FacetView, total: number): boolean {
  if (values.some(({ selected }) => selected)) return true
  return (values.length > 1 || isSwitch) && values.some(({ count }) => count < total)
}

export function toList(list: Listed, { bounds, errors, pageLang, levels }: Found): ListView {
  return {
    sort: sortName(list.sort ?? ProductSort.RELEVANCE),
    hasSales: list.hasSales ?? false,
    products: list.products.map((card) => ({
      ...toTile(card, pageLang, levels),
      ...list.matches?.get(card.id),
    })),
    understood: list.understood,
    total: list.total,
    ways: list.ways ?? [],
    facets: list.facets
      .map(({ name, label, locale, values }) => ({
        name,
        label,
        lang: foreignLang(locale, pageLang),
        isSwitch: switches.has(name),
        values: values.map((each) => ({
          value: each.value,
          label: each.label,
          lang: foreignLang(each.locale, pageLang),
          count: each.count,
          selected: each.selected,
          parent: each.parent || undefined,
        })),
      }))
      .filter((facet) => isChoice(facet, list.total)),
    unapplied: list.unapplied ?? [],
    prices: {
      lowestMinor: Number(list.lowestPriceMinor),
      highestMinor: Number(list.highestPriceMinor),
      minMinor: bounds.min === undefined ? undefined : Number(bounds.min),
      maxMinor: bounds.max === undefined ? undefined : Number(bounds.max),
      errors,
      buckets: (list.priceBuckets ?? []).map(({ fromMinor, toMinor, count }) => ({
        fromMinor: Number(fromMinor),
        toMinor: Number(toMinor),
        count,
      })),
    },
    ...stepsOf({ ...list, page: list.page ?? 1 }),
    isBeyond: list.isBeyond ?? false,
  }
}

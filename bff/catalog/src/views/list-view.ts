import type { ListProductsResponse } from '@mallhive/contracts/catalog'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { type Step, stepsOf } from '../list-place.ts'
import type { PriceBounds, PriceErrors } from '../price-bounds.ts'
import { type TileView, toTile } from './tile-view.ts'
import type { UnderstoodView } from './understood-view.ts'

export type FacetView = {
  name: string
  /** Empty for `category` and `seller`, which the page names. */
  label: string
  /** The language of the label, where it is not the page's. */
  lang?: string
  values: { value: string; label: string; lang?: string; count: number; selected: boolean }[]
}

export type ListView = {
  /** `missing`: words of the query that the product does not have. */
  products: (TileView & { missing?: string[] })[]
  /** Of a query. */
  understood?: UnderstoodView
  total: number
  facets: FacetView[]
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
  }
  /** The number of the page, of `pages`. */
  page: number
  pages: number
  /** Whether the page is reached by its number alone. */
  isNumbered: boolean
  next?: Step
  previous?: Step
}

/** Products as the catalogue lists them, and as search finds them. */
type Listed = Pick<
  ListProductsResponse,
  'products' | 'total' | 'facets' | 'nextCursor' | 'previousCursor' | 'lowestPriceMinor' | 'highestPriceMinor'
> & { page?: number; missing?: ReadonlyMap<string | undefined, string[]>; understood?: UnderstoodView }

type Found = { bounds: PriceBounds; errors: PriceErrors; pageLang: string; levels?: Map<string, number> }

export function toList(list: Listed, { bounds, errors, pageLang, levels }: Found): ListView {
  return {
    products: list.products.map((card) => ({
      ...toTile(card, pageLang, levels),
      missing: list.missing?.get(card.id),
    })),
    understood: list.understood,
    total: list.total,
    facets: list.facets
      .map(({ name, label, locale, values }) => ({
        name,
        label,
        lang: foreignLang(locale, pageLang),
        values: values.map((each) => ({
          value: each.value,
          label: each.label,
          lang: foreignLang(each.locale, pageLang),
          count: each.count,
          selected: each.selected,
        })),
      }))
      .filter(({ values }) => values.length > 1 || values.some(({ selected }) => selected)),
    prices: {
      lowestMinor: Number(list.lowestPriceMinor),
      highestMinor: Number(list.highestPriceMinor),
      minMinor: bounds.min === undefined ? undefined : Number(bounds.min),
      maxMinor: bounds.max === undefined ? undefined : Number(bounds.max),
      errors,
    },
    ...stepsOf({ ...list, page: list.page ?? 1 }),
  }
}

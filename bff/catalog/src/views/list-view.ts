import type { ListProductsResponse } from '@mallhive/contracts/catalog'
import { type TileView, toTile } from './tile-view.ts'

export type FacetView = {
  name: string
  label: string
  values: { value: string; label: string; count: number; selected: boolean }[]
}

export type ListView = {
  products: TileView[]
  total: number
  facets: FacetView[]
  /** Bounds of the list without its price filter, in minor units. */
  prices: { lowestMinor: number; highestMinor: number }
  next?: string
  previous?: string
}

export function toList(list: ListProductsResponse, levels?: Map<string, number>): ListView {
  return {
    products: list.products.map((card) => toTile(card, levels)),
    total: list.total,
    facets: list.facets
      .map(({ name, label, values }) => ({
        name,
        label: name === 'seller' ? 'Shop' : label,
        values: values.map((each) => ({
          value: each.value,
          label: each.label,
          count: each.count,
          selected: each.selected,
        })),
      }))
      .filter(({ values }) => values.length > 1 || values.some(({ selected }) => selected)),
    prices: { lowestMinor: Number(list.lowestPriceMinor), highestMinor: Number(list.highestPriceMinor) },
    next: list.nextCursor || undefined,
    previous: list.previousCursor || undefined,
  }
}

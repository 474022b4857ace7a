import type { Currency } from '@mallhive/contracts/currencies'
import type { ProductDocument } from './document.ts'
import type { IndexQuery } from './port.ts'
import type { Tag } from './tag.ts'

/** Facets that no attribute defines, each with one value, which clients word. */
export const ownFacets = { stock: 'in-stock', offer: 'on-sale' } as const

export const inStock: Tag = { name: 'stock', value: ownFacets.stock }

/** A product is on sale in a currency: each has a tag of its own, which no answer shows. */
const onSaleIn = (currency: Currency): Tag => ({ name: 'offer', value: `${ownFacets.offer} ${currency}` })

/** Returns a tag for each currency in which the price of a document is reduced. */
export const offersOf = ({ prices }: Pick<ProductDocument, 'prices'>): Tag[] =>
  prices.flatMap(({ currency, lowestMinor, wasMinor }) =>
    wasMinor !== null && wasMinor > lowestMinor ? [onSaleIn(currency)] : [],
  )

/** Returns a filter whose values are those of tags. */
export const taggedFilter = (
  filter: IndexQuery['filters'][number],
  currency: Currency,
): IndexQuery['filters'][number] =>
  filter.name === 'offer'
    ? { ...filter, values: filter.values.includes(ownFacets.offer) ? [onSaleIn(currency).value] : [] }
    : filter

/** Returns a tag as answers in a currency show it, if they do. */
export const shownTag = (tag: Tag, currency: Currency): Tag[] => {
  if (tag.name !== 'offer') return [tag]
  return tag.value === onSaleIn(currency).value ? [{ name: tag.name, value: ownFacets.offer }] : []
}

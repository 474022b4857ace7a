import type { Currency } from '@mallhive/contracts/currencies'
import type { Locale } from '@mallhive/contracts/locales'

/** A product as the index holds it. Products that are hidden, closed or withdrawn have none. */
export type ProductDocument = {
  /** UUID. */
  id: string
  /** Rises with every save; of two documents the index keeps the one with the higher revision. */
  revision: number
  slug: string
  /** The mall's SKUs, in the order of the variants. */
  skus: string[]
  /** The shop's own SKUs, by which it is found too. */
  sellerSkus: string[]
  /** From the top category to the leaf. */
  categorySlugs: string[]
  seller: { id: string; slug: string; name: string; city: string; country: string }
  /** By language; the default language's are the shop's own and always there. Others only where they are translated. */
  texts: Partial<Record<Locale, DocumentTexts>>
  /** Names of the attributes and options that `facts` are values of, in their order. */
  factNames: string[]
  /** A product without a price in a currency is not on sale in it. */
  prices: DocumentPrice[]
  /** Whether any variant is. */
  inStock: boolean
  /** Units of the last 90 days. */
  sold: number
  /** Values that shoppers can choose, without those of shop and category, which the index adds. */
  facets: { name: string; value: string }[]
  /** Palette colours. */
  colours: string[]
  /** Values of sizes. */
  sizes: string[]
  gift: boolean
  audience: string[]
  createdAtMs: number
  ratingAverage: number
  ratingCount: number
  tintHue: number
  image: DocumentImage
  /** The picture of each colour that it is sold in; empty where all have the same one. */
  colourImages: (DocumentImage & { colour: string })[]
}

/** What of a document may change without a new revision. */
export type Amendment = Pick<ProductDocument, 'id' | 'inStock' | 'sold'>

type DocumentImage = { path: string; widths: number[] }

export type DocumentTexts = {
  title: string
  /** Names of the categories, in the order of `categorySlugs`. */
  categories: string[]
  /** Values of attributes and labels of options. */
  facts: string[]
  description: string
  /** Of the picture. */
  alt: string
  /** Of the pictures of colours, by colour. */
  colourAlts?: Record<string, string>
}

export type DocumentPrice = {
  currency: Currency
  lowestMinor: number
  highestMinor: number
  /** The price before the reduction of the cheapest variant. */
  wasMinor: number | null
}

import type { Currency } from '@mallhive/contracts/currencies'
import type { Locale } from '@mallhive/contracts/locales'
import type { StructuredQuery, Typing } from '../query/structured-query.ts'
import type { Amendment, DocumentTexts, ProductDocument } from './document.ts'

export interface ProductIndex extends Writer {
  search(query: IndexQuery): Promise<IndexResult>
  /** Returns what a text that a shopper is still typing can become. */
  suggest(request: SuggestRequest): Promise<Suggestions>
  /** Says of products what has no revision; returns whether that changed anything. One without a document changes nothing. */
  amend(products: Amendment[]): Promise<boolean>
  vocabulary(locale: Locale): Promise<Vocabulary>
  /**
   * Opens a new, empty generation beside the live one. It receives all writes of the index too. A rebuild that was not
   * finished ends when the next begins.
   */
  rebuild(): Promise<Rebuild>
  /** Whether a rebuild has made the live generation: not in an engine that is new or has lost its data. */
  isFilled(): Promise<boolean>
  /** Resolves when earlier writes are visible to `search` and `suggest`. */
  settled(): Promise<void>
}

interface Writer {
  /** Adds or replaces documents. One with an older or equal revision than the one held, or removed, changes nothing. */
  put(documents: ProductDocument[]): Promise<void>
  /** Removes documents and remembers their revisions: a late `put` of an older or equal one changes nothing. */
  remove(products: { id: string; revision: number }[]): Promise<void>
}

export interface Rebuild {
  put(documents: ProductDocument[]): Promise<void>
  /** Replaces the live generation by this one, at once for all searches. */
  finish(): Promise<void>
  /** Discards this generation. */
  abandon(): Promise<void>
}

export type IndexSort = 'relevance' | 'newest' | 'price-asc' | 'price-desc' | 'rating' | 'best-selling'

export type IndexQuery = {
  /** Absent: all products of the scope. */
  structured?: StructuredQuery | undefined
  locale: Locale
  currency: Currency
  /** Includes the category's children. */
  categorySlug?: string | undefined
  sellerSlug?: string | undefined
  /** A product has one of the values of each. */
  filters: { name: string; values: string[] }[]
  /** Inclusive. */
  minPriceMinor?: number | undefined
  maxPriceMinor?: number | undefined
  /** Without a text, relevance is popularity. */
  sort: IndexSort
  size: number
  /** Empty for the first page, and for one by its offset. */
  cursor: string
  /** Products before the page, where there is no cursor. */
  offset?: number | undefined
}

export type IndexResult = {
  hits: Hit[]
  total: number
  /** Each is the total of the list with this value as its facet's only one. `seller`, `category` and `ownFacets` are facets too. */
  counts: FacetCount[]
  /** Of the list without `minPriceMinor` and `maxPriceMinor`; 0 when it is empty. */
  lowestMinor: number
  highestMinor: number
  /** Of the same list: ranges of prices that follow each other. Each counts the total of the list with its range as bounds. */
  buckets: PriceBucket[]
  /** Whether any product of the list was sold. */
  hasSales: boolean
  /** Cursors; empty where there is no further page. */
  next: string
  previous: string
}

/** Both ends included. */
export type PriceBucket = { fromMinor: number; toMinor: number; count: number }

export type FacetCount = { name: string; value: string; count: number }

export type Hit = {
  card: IndexCard
  /** Texts of the concepts that the product meets nowhere. */
  missing: string[]
  /** In the card's language; of a query with a text only. */
  texts?: HitTexts | undefined
}

export type HitTexts = DocumentTexts & Pick<ProductDocument, 'factNames'>

/** What a list shows of a product. */
export type IndexCard = {
  id: string
  slug: string
  /** The language of `title` and `image.alt`. */
  locale: Locale
  title: string
  seller: ProductDocument['seller']
  /** The leaf. */
  categorySlug: string
  tintHue: number
  image: { path: string; alt: string; widths: number[] }
  colourImages: (ProductDocument['colourImages'][number] & { alt: string })[]
  priceMinor: number
  wasMinor: number | null
  /** True where variants differ in price. */
  priceFrom: boolean
  ratingAverage: number
  ratingCount: number
  skus: string[]
}

export type SuggestRequest = {
  text: string
  /** What it means. Without it, products are suggested by the beginnings of their titles' words. */
  typing?: Typing | undefined
  locale: Locale
  currency: Currency
  limit: number
}

export type Suggestions = {
  products: IndexCard[]
  categories: { slug: string; name: string }[]
  shops: { slug: string; name: string }[]
  /** The whole text with its last word completed, and words that often follow. */
  completions: string[]
}

export interface Vocabulary {
  /**
   * Words of all documents, as `tokens` returns them. `strong`: documents with it in title, categories, facts or shop; `heads`:
   * documents whose title is about it.
   */
  words: ReadonlyMap<string, { documents: number; strong: number; heads: number }>
  shops: readonly { slug: string; name: string }[]
  /** One may have names in two languages. */
  categories: readonly { slug: string; name: string }[]
}

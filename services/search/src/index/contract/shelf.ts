import { currencyCodes } from '@mallhive/contracts/currencies'
import type { Locale } from '@mallhive/contracts/locales'
import type { Concept, StructuredQuery } from '../../query/structured-query.ts'
import type { Analyzer, Analyzers } from '../analyzer.ts'
import type { ProductDocument } from '../document.ts'
import type { IndexQuery } from '../port.ts'

const analyzer = (stop: string): Analyzer => {
  const tokens = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return {
    tokens,
    fold: (word) => word.normalize('NFKD').replace(/\p{M}/gu, ''),
    stem: (word) => word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/s$/, ''),
    head: (title) => tokens(title.split(/ (?:with|of|mit) /)[0] ?? '').at(-1) ?? '',
    isStopWord: (word) => stop.split(' ').includes(word),
  }
}

/** Languages that are simple enough to see what a test expects: a plural ends in s. */
export const testAnalyzers: Analyzers = { en: analyzer('the of with a'), de: analyzer('der die das mit') }

export const idOf = (n: number) => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`

type Changes = Partial<Omit<ProductDocument, 'id' | 'prices'>> & {
  title?: string
  description?: string
  german?: string
  priceMinor?: number
}

/** Returns the nth product; prices, dates and ratings repeat, so that every sort has ties. */
export function product(n: number, changes: Changes = {}): ProductDocument {
  const { title = `Thing ${n}`, description = 'Made by hand.', german, priceMinor, ...more } = changes
  const shop = ['kiln', 'loom', 'press'][n % 3]!
  const leaf = ['cups', 'scarves'][n % 2]!
  const minor = priceMinor ?? 1000 + (n % 4) * 500
  const colours = ['clay', 'moss', 'ink'].filter((_, at) => n & (1 << at))
  const materials = ['wool', 'linen', 'glass'].slice(n % 4, (n % 4) + 1)
  const texts = {
    categories: [leaf === 'cups' ? 'Kitchen' : 'Wear', leaf],
    facts: [...materials, ...colours],
  }
  return {
    id: idOf(n),
    revision: 1,
    slug: `thing-${n}`,
    skus: [`MH-${n}`],
    sellerSkus: [`shop/${n}`],
    categorySlugs: [leaf === 'cups' ? 'kitchen' : 'wear', leaf],
    seller: { id: idOf(900 + (n % 3)), slug: shop, name: `The ${shop}`, city: 'Lisbon', country: 'PT' },
    texts: {
      en: { title, description, alt: title, ...texts },
      ...(german && { de: { title: german, description: 'Von Hand.', alt: german, ...texts } }),
    },
    prices: currencyCodes.map((currency) => ({
      currency,
      lowestMinor: minor,
      highestMinor: minor + 100,
      // Reduced in euros only.
      wasMinor: n % 4 === 0 && currency === 'EUR' ? minor + 300 : null,
    })),
    factNames: [...materials.map(() => 'material'), ...colours.map(() => 'colour')],
    inStock: n % 3 > 0,
    sold: (n % 4) * 2,
    facets: [
      ...colours.map((value) => ({ name: 'colour', value })),
      ...materials.map((value) => ({ name: 'material', value })),
    ],
    colours,
    sizes: [],
    gift: n % 5 === 0,
    audience: [],
    createdAtMs: Date.UTC(2026, 0, 1 + (n % 3)),
    ratingAverage: n % 2 ? 4 : 3,
    ratingCount: (n % 3) * 10,
    tintHue: 40,
    image: { path: 'test/thing', widths: [160, 400] },
    colourImages: [],
    ...more,
  }
}

export const shelf = (from: number, to: number, changes: Changes = {}): ProductDocument[] =>
  Array.from({ length: to - from }, (_, at) => product(from + at, changes))

/** Returns a query for everything, in the order of relevance. */
export const list = (more: Partial<IndexQuery> = {}): IndexQuery => ({
  locale: 'en',
  currency: 'EUR',
  filters: [],
  sort: 'relevance',
  size: 100,
  cursor: '',
  ...more,
})

/** Returns a query for words: each is a concept of its own. */
export const words = (text: string, more: Partial<StructuredQuery> = {}, locale: Locale = 'en') => {
  const stems = testAnalyzers.en!.tokens(text).map((word) => [word, testAnalyzers.en!.stem(word)] as const)
  const concepts: Concept[] = stems.map(([word, stem]) => ({
    text: word,
    alternatives: [{ stems: [stem], weight: 1 }],
  }))
  const structured: StructuredQuery = {
    text,
    locale,
    concepts,
    phrases: [],
    excluded: [],
    skus: [],
    filters: {},
    preferences: {},
    notes: [],
    ...more,
  }
  return { structured, locale }
}

import { currencyCodes, defaultCurrency } from '@mallhive/contracts/currencies'
import { allLocales, defaultLocale } from '@mallhive/contracts/locales'
import { z } from 'zod'

// Schemas of the REST API: they validate here and, as JSON Schema, form the OpenAPI document.

const sorts = ['relevance', 'newest', 'price-asc', 'price-desc', 'rating', 'best-selling'] as const

const price = z.object({
  minor: z.int().describe('Minor units, e.g. cents'),
  currency: z.string().length(3),
  wasMinor: z.int().nullable().describe('The price before a reduction'),
})
const image = z.object({
  alt: z.string(),
  urls: z.record(z.string(), z.url()).describe('By width in pixels'),
})
const card = z.object({
  id: z.guid(),
  slug: z.string(),
  title: z.string(),
  locale: z.string().describe('The language of the title'),
  category: z.string(),
  seller: z.object({ slug: z.string(), name: z.string(), city: z.string(), country: z.string() }),
  price,
  priceFrom: z.boolean().describe('Variants differ in price; this is the lowest'),
  rating: z.object({ average: z.number(), count: z.int() }),
  image,
  skus: z.array(z.string()),
  url: z.url(),
})
const range = z.object({ minMinor: z.int().nullable(), maxMinor: z.int().nullable() })
const note = z.object({
  kind: z
    .enum([
      'corrected',
      'split',
      'joined',
      'translated',
      'shop',
      'price',
      'colour',
      'size',
      'material',
      'audience',
      'gift',
      'foreignPrice',
    ])
    .describe('What was done with words of the query'),
  words: z.string().describe('The words, as typed'),
  meaning: z.string().describe('What they were replaced by; the slug of a shop; else empty'),
})

export const found = z.object({
  products: z.array(card.extend({ missing: z.array(z.string()).describe('Words that it does not contain') })),
  total: z.int(),
  facets: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      values: z.array(
        z.object({ value: z.string(), label: z.string(), count: z.int(), selected: z.boolean() }),
      ),
    }),
  ),
  price: z.object({ lowestMinor: z.int(), highestMinor: z.int() }),
  notes: z.array(note),
  understood: z.object({ seller: z.string().nullable(), price: range }),
  sort: z.enum(sorts).describe('The order of the products'),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
})

export const suggestions = z.object({
  products: z.array(card),
  categories: z.array(z.object({ slug: z.string(), name: z.string(), url: z.url() })),
  shops: z.array(z.object({ slug: z.string(), name: z.string() })),
  completions: z.array(z.string()),
})

// RFC 9457.
export const problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  reason: z.string(),
  detail: z.string(),
})

/** Plain decimal digits: `Number` also takes '', '0x10' and '1e2'. */
const minor = z
  .string()
  .regex(/^\d{1,10}$/, 'a whole number of minor units')
  .transform(Number)
  .pipe(z.int().max(1_000_000_000))
const limitedTo = (most: RegExp, bound: number, normal: string) =>
  z.string().regex(most, `a whole number from 1 to ${bound}`).transform(Number).prefault(normal)

const words = z.string().max(200)
const locale = z.enum(allLocales).default(defaultLocale).describe('The language of the query and of texts')
const currency = z.enum(currencyCodes).default(defaultCurrency)
const facetValues = z.string().max(200).describe('Facet; several values parted by commas')

const fixedQuery = z.object({
  q: words.optional().describe('Without it all products of the scope are found'),
  verbatim: z
    .enum(['0', '1'])
    .default('0')
    .describe('1 searches for the words as typed, without spelling help'),
  category: z.string().max(100).optional().describe('Slug; children are included'),
  seller: z.string().max(100).optional(),
  min: minor.optional().describe('Lowest price in minor units'),
  max: minor.optional(),
  sort: z
    .enum(sorts)
    .default('relevance')
    .describe('best-selling: by units sold in 90 days; by relevance where nothing was sold'),
  currency,
  locale,
  limit: limitedTo(/^([1-9]\d?|100)$/, 100, '24'),
  cursor: z.string().max(500).optional(),
})

/** The parameters of a search; any other parameter is a facet, and ignored when it names none. */
export const searchQuery = fixedQuery.catchall(facetValues)
export const suggestQuery = z.object({
  q: words.min(1),
  currency,
  locale,
  limit: limitedTo(/^([1-9]|1\d|20)$/, 20, '6'),
})

/** Returns the query with a parameter per facet, for the OpenAPI document. */
export const withFacets = (query: z.ZodObject, facets: string[]) =>
  query.extend(Object.fromEntries(facets.map((name) => [name, facetValues.optional()])))

export const isFixed = (name: string) => name in fixedQuery.shape

import { currencyCodes, defaultCurrency } from '@mallhive/contracts/currencies'
import { z } from 'zod'

// Schemas of the REST API: they validate here and, as JSON Schema, form the OpenAPI document.

const price = z.object({
  minor: z.int().describe('Minor units, e.g. cents'),
  currency: z.string().length(3),
  wasMinor: z.int().nullable().describe('The price before a reduction'),
})
const image = z.object({
  alt: z.string(),
  urls: z.record(z.string(), z.url()).describe('By width in pixels'),
})
const seller = z.object({ slug: z.string(), name: z.string(), city: z.string(), country: z.string() })

const card = z.object({
  id: z.guid(),
  slug: z.string(),
  title: z.string(),
  category: z.string(),
  seller,
  price,
  priceFrom: z.boolean().describe('Variants differ in price; this is the lowest'),
  rating: z.object({ average: z.number(), count: z.int() }),
  image,
  skus: z.array(z.string()),
  url: z.url(),
})

export const productList = z.object({
  products: z.array(card),
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
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
})

export const product = z.object({
  id: z.guid(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  category: z.object({ slug: z.string(), name: z.string() }),
  seller: seller.extend({ about: z.string() }),
  rating: z.object({ average: z.number(), count: z.int() }),
  attributes: z.array(z.object({ name: z.string(), label: z.string(), value: z.string() })),
  options: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      values: z.array(z.object({ value: z.string(), label: z.string() })),
    }),
  ),
  variants: z.array(
    z.object({
      sku: z.string(),
      options: z.record(z.string(), z.string()),
      prices: z.array(price),
      weightGrams: z.int(),
    }),
  ),
  images: z.array(image),
  url: z.url(),
})

export const categoryList = z.object({
  categories: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      parent: z.string().nullable(),
      description: z.string(),
      productCount: z.int(),
    }),
  ),
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
const fixedQuery = z.object({
  category: z.string().max(100).optional().describe('Slug; children are included'),
  seller: z.string().max(100).optional(),
  min: minor.optional().describe('Lowest price in minor units'),
  max: minor.optional(),
  sort: z.enum(['relevance', 'newest', 'price-asc', 'price-desc', 'rating']).default('relevance'),
  currency: z.enum(currencyCodes).default(defaultCurrency),
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, 'a whole number from 1 to 100')
    .transform(Number)
    .prefault('24'),
  cursor: z.string().max(500).optional(),
})
const words = z.string().min(1).max(200)
const facetValues = z.string().max(200).describe('Facet; several values parted by commas')

/** The parameters of a list; any other parameter is a facet, and ignored when it names none. */
export const listQuery = fixedQuery.catchall(facetValues)
export const searchQuery = fixedQuery.extend({ q: words }).catchall(facetValues)

/** Returns the query with a parameter per facet, for the OpenAPI document. */
export const withFacets = (query: z.ZodObject, facets: string[]) =>
  query.extend(Object.fromEntries(facets.map((name) => [name, facetValues.optional()])))

export const isFixed = (name: string) => name === 'q' || name in fixedQuery.shape
export const slugParams = z.object({ slug: z.string().max(200) })

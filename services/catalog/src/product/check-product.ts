import { maxPriceMinor } from '@mallhive/contracts/limits'
import { currencyCodes } from '@mallhive/contracts/currencies'
import { allLocales, defaultLocale, localeEntry } from '@mallhive/contracts/locales'
import { z } from 'zod'
import { domainError } from '../reasons.ts'
import type { ProductRecord } from './record.ts'

/**
 * Validates a product before it is stored; every writer calls it. Returns it with trimmed texts.
 * @throws DomainError PRODUCT_INVALID naming the field
 */
export function checkProduct(product: ProductRecord): ProductRecord {
  const { data, error } = record.safeParse(product)
  if (data) return requireSmall(data)
  const [issue] = error.issues
  const field = issue?.path.join('.') ?? ''
  throw domainError('PRODUCT_INVALID', `${field}: ${issue?.message}`, { field })
}

/** Of a product and of its translations, as JSON: both together are one event, of which the bus takes 240,000 bytes. */
const mostBytes = 100_000

/** @throws DomainError PRODUCT_INVALID */
function requireSmall(product: ProductRecord): ProductRecord {
  const { translations = [], ...own } = product
  for (const [field, part] of Object.entries({ product: own, translations })) {
    const bytes = Buffer.byteLength(JSON.stringify(part))
    if (bytes > mostBytes)
      throw domainError('PRODUCT_INVALID', `${field}: ${bytes} bytes, at most ${mostBytes}`, { field })
  }
  return product
}

// PostgreSQL stores neither U+0000 nor half a surrogate pair.
const line = (max: number, min = 1) =>
  z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'holds a control character')
    .trim()
    .min(min)
    .max(max)
const paragraphs = z
  .string()
  .max(10_000)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'holds a control character')

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
// Names and values appear in URLs and filters, which use colons and commas as separators.
const slug = (max: number) => z.string().max(max).regex(slugPattern, 'takes a-z, 0-9 and single hyphens')

const image = z.object({
  // Below /media/, without width and extension.
  path: z
    .string()
    .max(200)
    .regex(/^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*)+$/, 'is not a path of the mall’s media'),
  alt: line(300, 0),
  widths: z
    .array(z.int().min(1).max(4_096))
    .min(1)
    .max(8)
    .refine(
      (widths) => widths.every((width, at) => at === 0 || width > (widths[at - 1] ?? 0)),
      'do not ascend',
    ),
})

const colour = /^(#[0-9a-f]{3,8}|oklch\([0-9.% ]+\))?$/i
const option = z.object({
  name: slug(40),
  label: line(100),
  values: z
    .array(
      z.object({
        value: slug(64),
        label: line(100),
        swatch: z.string().max(60).regex(colour, 'is not a colour'),
      }),
    )
    .min(1)
    .max(100)
    .refine((values) => areDistinct(values.map(({ value }) => value)), 'name a value twice'),
})

const price = z
  .object({
    currency: z.enum(currencyCodes),
    priceMinor: z.int().min(1).max(maxPriceMinor),
    wasMinor: z.int().max(maxPriceMinor).nullable(),
  })
  .refine(({ priceMinor, wasMinor }) => wasMinor === null || wasMinor > priceMinor, {
    message: 'is not above the price',
    path: ['wasMinor'],
  })

const variant = z.object({
  sku: z.string().min(1).max(64),
  sellerSku: z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}\s](?:[^\p{Cc}\p{Cs}]{0,62}[^\p{Cc}\p{Cs}\s])?$/u, 'takes 1 to 64 characters'),
  options: z.record(z.string(), z.string()),
  image: image.nullable(),
  weightGrams: z.int().min(0).max(1_000_000),
  prices: z
    .array(price)
    .length(currencyCodes.length)
    .refine((prices) => areDistinct(prices.map(({ currency }) => currency)), 'name a currency twice'),
})

const attributes = z.array(z.object({ name: slug(40), label: line(100), value: line(500) })).max(100)

/** Shops' own texts are in the default language; a pseudo-locale is made from it. */
const translatable = allLocales.filter((locale) => locale !== defaultLocale && !localeEntry(locale).pseudo)

const translation = z.object({
  locale: z.enum(translatable),
  title: line(200),
  description: paragraphs,
  options: z
    .array(
      z.object({
        name: slug(40),
        label: line(100),
        values: z.array(z.object({ value: slug(64), label: line(100) })).max(100),
      }),
    )
    .max(5),
  attributes,
  alts: z.record(z.string().max(200), line(300)),
})

const record = z
  .object({
    id: z.guid(),
    slug: slug(200),
    title: line(200),
    description: paragraphs,
    categoryId: z.guid(),
    sellerId: z.guid(),
    status: z.enum(['draft', 'active', 'archived']),
    attributes,
    options: z
      .array(option)
      .max(5)
      .refine((options) => areDistinct(options.map(({ name }) => name)), 'name an option twice'),
    images: z.array(image).min(1).max(40),
    ratingAverage: z.number().min(0).max(5),
    ratingCount: z.int().min(0),
    featured: z.int().nullable(),
    createdAt: z.iso.datetime(),
    variants: z.array(variant).min(1).max(100),
    translations: z
      .array(translation)
      .refine((all) => areDistinct(all.map(({ locale }) => locale)), 'name a language twice')
      .optional(),
  })
  .superRefine(({ options, variants }, context) => {
    const refuse = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path: ['variants', ...path] })
    for (const [at, { options: chosen }] of variants.entries()) {
      const isOffered = options.every(({ name, values }) =>
        values.some(({ value }) => value === chosen[name]),
      )
      if (!isOffered || Object.keys(chosen).length > options.length)
        refuse('do not name one value of each option', at, 'options')
    }
    if (!areDistinct(variants.map(({ options: chosen }) => options.map(({ name }) => chosen[name]).join())))
      refuse('have the same options')
    for (const name of ['sku', 'sellerSku'] as const)
      if (!areDistinct(variants.map((each) => each[name]))) refuse(`have the same ${name}`)
  })

const areDistinct = (names: string[]): boolean => new Set(names).size === names.length

import { ProductStatus, type ProductWrite, type VariantWrite } from '@mallhive/contracts/catalog'
import { currencyCodes } from '@mallhive/contracts/markets'
import { minorOf } from '@mallhive/contracts/money'
import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import { newSku } from './new-sku.ts'
import type { ImageRecord, ProductRecord, VariantRecord } from './record.ts'
import { domainError } from '../reasons.ts'

const statuses = {
  [ProductStatus.UNSPECIFIED]: 'draft',
  [ProductStatus.DRAFT]: 'draft',
  [ProductStatus.ACTIVE]: 'active',
  [ProductStatus.ARCHIVED]: 'archived',
} as const

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Validates the product of a save; assigns a SKU to each variant without one.
 * @throws DomainError PRODUCT_INVALID naming the field
 */
export function parseProduct(product: ProductWrite | undefined): ProductRecord {
  if (!product) throw invalid('write', 'is missing')
  if (product.id && !z.guid().safeParse(product.id).success) throw invalid('id', 'is not a UUID')
  if (!slug.test(product.slug)) throw invalid('slug', 'takes a-z, 0-9 and single hyphens')
  if (product.title.trim().length === 0 || product.title.length > 200)
    throw invalid('title', 'takes 1 to 200 characters')
  if (product.description.length > 10_000) throw invalid('description', 'takes at most 10,000 characters')
  if (!z.guid().safeParse(product.categoryId).success) throw invalid('category', 'is missing')
  if (!z.guid().safeParse(product.shopId).success) throw invalid('shop', 'is missing')
  if (product.variants.length === 0 || product.variants.length > 100)
    throw invalid('variants', 'takes 1 to 100')
  for (const name of ['sku', 'sellerSku'] as const) {
    const given = product.variants.map((variant) => variant[name]).filter((text) => text !== '')
    if (new Set(given).size < given.length) throw invalid(name, 'names one variant each')
  }
  if (product.images.length === 0) throw invalid('images', 'needs one picture')
  // Option values appear in URLs and filters, which use colons and commas as separators.
  if (!product.options.every(({ values }) => values.every(({ value }) => slug.test(value))))
    throw invalid('options', 'have values of a-z, 0-9 and single hyphens')
  return storable({
    id: product.id || randomUUIDv7(),
    slug: product.slug,
    title: product.title.trim(),
    description: product.description,
    categoryId: product.categoryId,
    sellerId: product.shopId,
    status: statuses[product.status],
    attributes: product.attributes.map(({ name, label, value }) => ({ name, label, value })),
    options: product.options.map(({ name, label, values }) => ({
      name,
      label,
      values: values.map((v) => ({ value: v.value, label: v.label, swatch: v.swatch })),
    })),
    images: product.images.map(imageOf),
    ratingAverage: 0,
    ratingCount: 0,
    featured: null,
    createdAt: new Date().toISOString(),
    variants: product.variants.map((variant) => variantOf(variant, product)),
  })
}

function storable(record: ProductRecord): ProductRecord {
  JSON.stringify(record, (field, value: unknown) => {
    if (typeof value === 'string' && value.includes('\0')) throw invalid(field, 'may not hold U+0000')
    return value
  })
  return record
}

function variantOf(variant: VariantWrite, product: ProductWrite): VariantRecord {
  if (!/^[^\p{Cc}\s](?:[^\p{Cc}]{0,62}[^\p{Cc}\s])?$/u.test(variant.sellerSku))
    throw invalid('sellerSku', 'takes 1 to 64 characters')
  for (const option of product.options) {
    const chosen = variant.options[option.name]
    if (!option.values.some((v) => v.value === chosen))
      throw invalid(`options.${option.name}`, 'has no such value')
  }
  if (!variant.prices.every(({ price }) => price)) throw invalid('prices', 'have an amount')
  const prices = variant.prices.map(({ price, was }) => ({
    currency: price?.currency ?? '',
    priceMinor: minorOf(price),
    wasMinor: was ? minorOf(was) : null,
  }))
  const priced = currencyCodes.every(
    (c) => prices.filter((p) => p.currency === c && p.priceMinor > 0).length === 1,
  )
  if (!priced || prices.length !== currencyCodes.length)
    throw invalid('prices', `needs one each in ${currencyCodes.join(', ')}`)
  return {
    sku: variant.sku || newSku(),
    sellerSku: variant.sellerSku,
    options: { ...variant.options },
    image: variant.image ? imageOf(variant.image) : null,
    weightGrams: variant.weightGrams,
    prices,
  }
}

const imageOf = ({ path, alt, widths }: ImageRecord): ImageRecord => ({ path, alt, widths: [...widths] })

const invalid = (field: string, problem: string) =>
  domainError('PRODUCT_INVALID', `${field} ${problem}`, { field })

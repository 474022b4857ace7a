import { type Image, ProductStatus, type ProductWrite, type VariantWrite } from '@mallhive/contracts/catalog'
import { randomUUIDv7 } from 'node:crypto'
import { checkProduct } from './check-product.ts'
import { newSku } from './new-sku.ts'
import type { ImageRecord, ProductRecord, VariantRecord } from './record.ts'
import { translationRecord } from './translations.ts'
import { domainError } from '../reasons.ts'

const statuses: Partial<Record<ProductStatus, ProductRecord['status']>> = {
  [ProductStatus.UNSPECIFIED]: 'draft',
  [ProductStatus.DRAFT]: 'draft',
  [ProductStatus.ACTIVE]: 'active',
  [ProductStatus.ARCHIVED]: 'archived',
}

/**
 * Validates the product of a save; assigns a SKU to each variant without one.
 * @throws DomainError PRODUCT_INVALID naming the field
 */
export function parseProduct(product: ProductWrite | undefined): ProductRecord {
  if (!product) throw domainError('PRODUCT_INVALID', 'write: is missing', { field: 'write' })
  // Protobuf enums are open: a number without a name arrives as it was sent.
  const status = statuses[product.status]
  if (!status) throw domainError('PRODUCT_INVALID', 'status: is unknown', { field: 'status' })
  return checkProduct({
    id: product.id || randomUUIDv7(),
    slug: product.slug,
    title: product.title,
    description: product.description,
    categoryId: product.categoryId,
    sellerId: product.shopId,
    status,
    attributes: product.attributes,
    options: product.options,
    images: product.images.map(imageOf),
    ratingAverage: 0,
    ratingCount: 0,
    featured: null,
    createdAt: new Date().toISOString(),
    variants: product.variants.map(variantOf),
    translations: product.translations?.translations.map(translationRecord),
  })
}

const variantOf = ({ sku, sellerSku, options, image, weightGrams, prices }: VariantWrite): VariantRecord => ({
  sku: sku || newSku(),
  sellerSku,
  options,
  image: image ? imageOf(image) : null,
  weightGrams,
  // Amounts beyond the safe integers are rounded here and refused by the check.
  prices: prices.map(({ price, was }) => ({
    currency: was && was.currency !== price?.currency ? '' : (price?.currency ?? ''),
    priceMinor: Number(price?.minor),
    wasMinor: was ? Number(was.minor) : null,
  })),
})

const imageOf = ({ path, alt, widths }: Image): ImageRecord => ({ path, alt, widths })

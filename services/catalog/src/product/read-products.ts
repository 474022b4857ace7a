import { create } from '@bufbuild/protobuf'
import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import { type Product, ProductSchema, ProductStatus } from '@mallhive/contracts/catalog'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { toMoney } from '@mallhive/contracts/money'
import type { Executor } from '@mallhive/service-kit/db'
import { sql, type SQL } from 'drizzle-orm'
import { rows } from '../rows.ts'
import type { AttributeRecord, ImageRecord, OptionRecord, VariantRecord } from './record.ts'
import { type TranslationRow, translate, translationOf } from './translate.ts'

export type SellerRow = {
  id: string
  slug: string
  name: string
  about: string
  city: string
  country: string
}

type ProductRow = {
  id: string
  slug: string
  title: string
  description: string
  status: 'draft' | 'active' | 'archived'
  attributes: AttributeRecord[]
  options: OptionRecord[]
  images: ImageRecord[]
  ratingAverage: number
  ratingCount: number
  revision: number
  createdAtMs: number
  category: { id: string; slug: string; name: string; parentId: string; tintHue: number; locale: string }
  seller: SellerRow
  variants: VariantRecord[]
  translation: TranslationRow | null
}

/** Reads products with their variants and prices, in a language, in one query over `catalog.products p`. */
export async function readProducts(
  db: Executor,
  where: SQL,
  locale: Locale = defaultLocale,
): Promise<Product[]> {
  const found = await rows<ProductRow>(
    db,
    sql`
      select p.id, p.slug, p.title, p.description, p.status, p.attributes, p.options, p.images, p.revision,
        (extract(epoch from p.created_at) * 1000)::float8 as "createdAtMs",
        p.rating_average as "ratingAverage", p.rating_count as "ratingCount",
        json_build_object('id', c.id, 'slug', c.slug, 'name', coalesce(ct.name, c.name),
          'parentId', coalesce(c.parent_id::text, ''), 'tintHue', c.tint_hue,
          'locale', coalesce(ct.locale, ${defaultLocale})) as category,
        json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'about', s.about, 'city', s.city,
          'country', s.country) as seller,
        (
          select json_agg(json_build_object('sku', v.sku, 'sellerSku', v.seller_sku, 'options', v.options, 'image', v.image,
            'weightGrams', v.weight_grams, 'prices', (
              select json_agg(json_build_object('currency', pr.currency, 'priceMinor', pr.price_minor,
                'wasMinor', pr.was_minor) order by pr.currency)
              from catalog.prices pr where pr.sku = v.sku)) order by v.position)
          from catalog.variants v where v.product_id = p.id) as variants,
        ${translationOf(locale)} as translation
      from catalog.products p
      join catalog.categories c on c.id = p.category_id
      left join catalog.category_translations ct on ct.category_id = c.id and ct.locale = ${locale}
      join catalog.sellers s on s.id = p.seller_id
      where ${where}`,
  )
  return found.map((row) => toProduct(translate(row, locale)))
}

const statuses = {
  draft: ProductStatus.DRAFT,
  active: ProductStatus.ACTIVE,
  archived: ProductStatus.ARCHIVED,
}

function toProduct(row: ProductRow & { locale: Locale }): Product {
  return create(ProductSchema, {
    ...row,
    // A float4 column reads 4.6 as 4.599999904632568.
    ratingAverage: Math.round(row.ratingAverage * 10) / 10,
    status: statuses[row.status],
    createdAt: timestampFromMs(row.createdAtMs),
    variants: row.variants.map((variant) => ({
      ...variant,
      image: variant.image ?? undefined,
      prices: variant.prices.map(({ currency, priceMinor, wasMinor }) => ({
        price: toMoney(priceMinor, currency),
        was: wasMinor === null ? undefined : toMoney(wasMinor, currency),
      })),
    })),
  })
}

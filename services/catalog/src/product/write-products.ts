import type { Executor } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { refreshListings } from '../listing/refresh-listings.ts'
import type { ProductRecord } from './record.ts'
import { writeTranslations } from './translations.ts'

/**
 * Inserts or replaces products and their listings in a fixed number of statements; call `learnNames` after the transaction.
 * Former slugs are kept in the history. Variants missing from the record are deleted. Translations are replaced where the record
 * has any, or an empty list.
 */
export async function writeProducts(tx: Executor, products: ProductRecord[]): Promise<void> {
  const variants = products.flatMap(({ id, sellerId, variants: own }) =>
    own.map((variant, index) => ({ ...variant, productId: id, sellerId, position: index + 1 })),
  )
  const prices = variants.flatMap(({ sku, prices: own }) => own.map((price) => ({ ...price, sku })))
  const ids = sql`${sql.param(products.map(({ id }) => id))}::uuid[]`
  const slugs = sql`${sql.param(products.map(({ slug }) => slug))}::text[]`
  const skus = sql`${sql.param(variants.map(({ sku }) => sku))}::text[]`

  await tx.execute(sql`
    insert into catalog.slug_history
    select p.slug, p.id from catalog.products p
    join unnest(${ids}, ${slugs}) as n(id, slug) on n.id = p.id and n.slug <> p.slug
    on conflict (slug) do update set product_id = excluded.product_id`)
  await tx.execute(sql`
    insert into catalog.products (id, slug, title, description, category_id, seller_id, status, attributes, options,
      images, rating_average, rating_count, featured, created_at)
    select id, slug, title, description, "categoryId", "sellerId", status, attributes, options, images,
      "ratingAverage", "ratingCount", featured, "createdAt"
    from ${recordset(products)} as n(id uuid, slug text, title text, description text, "categoryId" uuid,
      "sellerId" uuid, status text, attributes jsonb, options jsonb, images jsonb, "ratingAverage" real,
      "ratingCount" int, featured int, "createdAt" timestamptz)
    on conflict (id) do update set slug = excluded.slug, title = excluded.title, description = excluded.description,
      category_id = excluded.category_id, seller_id = excluded.seller_id, status = excluded.status,
      attributes = excluded.attributes, options = excluded.options, images = excluded.images,
      rating_average = excluded.rating_average, rating_count = excluded.rating_count,
      featured = coalesce(excluded.featured, products.featured), revision = products.revision + 1`)
  // A slug in use resolves to its present product, so it leaves the history of former ones.
  await tx.execute(sql`delete from catalog.slug_history where slug = any(${slugs})`)
  await tx.execute(sql`
    delete from catalog.variants v
    where v.product_id = any(${ids}) and not exists (select from unnest(${skus}) kept where kept = v.sku)`)
  // Two variants may swap their names in one save.
  await tx.execute(sql`
    update catalog.variants v set seller_sku = null
    from ${recordset(variants)} as n(sku text, "sellerSku" text)
    where v.sku = n.sku and v.seller_sku <> n."sellerSku"`)
  await tx.execute(sql`
    insert into catalog.variants (sku, product_id, position, options, image, weight_grams, seller_id, seller_sku)
    select sku, "productId", position, options, nullif(image, 'null'), "weightGrams", "sellerId", "sellerSku"
    from ${recordset(variants)} as n(sku text, "productId" uuid, position int, options jsonb, image jsonb,
      "weightGrams" int, "sellerId" uuid, "sellerSku" text)
    on conflict (sku) do update set position = excluded.position, options = excluded.options, image = excluded.image,
      weight_grams = excluded.weight_grams, seller_id = excluded.seller_id, seller_sku = excluded.seller_sku`)
  await tx.execute(sql`
    insert into catalog.prices (sku, currency, price_minor, was_minor)
    select sku, currency, "priceMinor", "wasMinor"
    from ${recordset(prices)} as n(sku text, currency text, "priceMinor" bigint, "wasMinor" bigint)
    on conflict (sku, currency) do update set price_minor = excluded.price_minor, was_minor = excluded.was_minor`)
  await writeTranslations(tx, products)
  await refreshListings(
    tx,
    products.map(({ id }) => id),
  )
}

const recordset = (records: object[]) => sql`json_to_recordset(${JSON.stringify(records)}::json)`

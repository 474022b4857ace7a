import type { Executor } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { refreshListings } from '../listing/refresh-listings.ts'
import type { ProductRecord } from './record.ts'

/**
 * Writes whole products, new or known, and all that is derived from them, in a fixed number of statements. A product whose
 * slug changes keeps the old one in the history. Variants that are no longer listed go.
 */
export async function writeProducts(tx: Executor, products: ProductRecord[]): Promise<void> {
  const input = sql`${JSON.stringify(products)}::jsonb`
  await tx.execute(sql`
    insert into catalog.slug_history
    select p.slug, p.id from catalog.products p
    join jsonb_to_recordset(${input}) as n(id uuid, slug text) on n.id = p.id and n.slug <> p.slug
    on conflict (slug) do update set product_id = excluded.product_id`)
  await tx.execute(sql`
    insert into catalog.products (id, slug, title, description, category_id, seller_id, status, attributes, options,
      images, rating_average, rating_count, featured, created_at)
    select id, slug, title, description, "categoryId", "sellerId", status, attributes, options, images,
      "ratingAverage", "ratingCount", featured, "createdAt"
    from jsonb_to_recordset(${input}) as n(id uuid, slug text, title text, description text, "categoryId" uuid,
      "sellerId" uuid, status text, attributes jsonb, options jsonb, images jsonb, "ratingAverage" real,
      "ratingCount" int, featured int, "createdAt" timestamptz)
    on conflict (id) do update set slug = excluded.slug, title = excluded.title, description = excluded.description,
      category_id = excluded.category_id, seller_id = excluded.seller_id, status = excluded.status,
      attributes = excluded.attributes, options = excluded.options, images = excluded.images,
      rating_average = excluded.rating_average, rating_count = excluded.rating_count,
      featured = coalesce(excluded.featured, products.featured)`)
  // A slug in use leads to its product, whoever had it before.
  await tx.execute(sql`
    delete from catalog.slug_history h using jsonb_to_recordset(${input}) as n(slug text) where h.slug = n.slug`)
  await tx.execute(sql`
    delete from catalog.variants v using jsonb_to_recordset(${input}) as n(id uuid, variants jsonb)
    where v.product_id = n.id
      and not exists (select from jsonb_array_elements(n.variants) nv where nv ->> 'sku' = v.sku)`)
  await tx.execute(sql`
    insert into catalog.variants (sku, product_id, position, options, image, weight_grams)
    select v.sku, n.id, v.position, v.options, nullif(v.image, 'null'), v."weightGrams"
    from jsonb_to_recordset(${input}) as n(id uuid, variants jsonb)
    cross join lateral rows from (
      jsonb_to_recordset(n.variants) as (sku text, options jsonb, image jsonb, "weightGrams" int)
    ) with ordinality as v(sku, options, image, "weightGrams", position)
    on conflict (sku) do update set position = excluded.position, options = excluded.options, image = excluded.image,
      weight_grams = excluded.weight_grams`)
  await tx.execute(sql`
    insert into catalog.prices (sku, currency, price_minor, was_minor)
    select v.sku, pr.currency, pr."priceMinor", pr."wasMinor"
    from jsonb_to_recordset(${input}) as n(variants jsonb)
    cross join lateral jsonb_to_recordset(n.variants) as v(sku text, prices jsonb)
    cross join lateral jsonb_to_recordset(v.prices) as pr(currency text, "priceMinor" bigint, "wasMinor" bigint)
    on conflict (sku, currency) do update set price_minor = excluded.price_minor, was_minor = excluded.was_minor`)
  await refreshListings(
    tx,
    products.map((product) => product.id),
  )
}

import { create } from '@bufbuild/protobuf'
import { type Product, TagSchema } from '@mallhive/contracts/catalog'
import type { Executor } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { rows } from '../rows.ts'
import { readProducts } from './read-products.ts'
import { readTranslations } from './translations.ts'

type TagRow = { productId: string; name: string; value: string; label: string }

/** Reads products as events carry them: the shop's own texts, all translations, and tags. By id. */
export async function readWholeProducts(db: Executor, ids: string[]): Promise<Product[]> {
  const chosen = sql`p.id = any(${sql.param(ids)}::uuid[])`
  const products = await readProducts(db, chosen)
  const translations = await readTranslations(db, ids)
  const found = await rows<TagRow>(
    db,
    sql`
      select p.id as "productId", fv.name, fv.value, min(fv.label) as label
      from catalog.products p cross join lateral catalog.facets_of(p) fv
      where ${chosen} group by p.id, fv.name, fv.value order by p.id, fv.name, fv.value`,
  )
  const tags = Map.groupBy(found, ({ productId }) => productId)
  for (const product of products) {
    product.translations = translations.get(product.id)
    product.tags = (tags.get(product.id) ?? []).map((tag) => create(TagSchema, tag))
  }
  return products.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

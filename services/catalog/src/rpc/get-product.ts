import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { readProducts } from '../product/read-products.ts'
import { domainError } from '../reasons.ts'

export function getProduct({
  db,
  products,
}: Pick<Deps, 'db' | 'products'>): ServiceImpl<typeof CatalogService>['getProduct'] {
  const read = async (slug: string) => {
    const [product] = await readProducts(
      db,
      sql`p.status = 'active' and p.id = coalesce(
        (select id from catalog.products where slug = ${slug}),
        (select product_id from catalog.slug_history where slug = ${slug}))`,
    )
    return product
  }
  return async ({ slug }) => {
    const product = await products.of(slug, () => read(slug))
    if (!product) throw domainError('PRODUCT_NOT_FOUND', `no product "${slug}"`, { slug })
    return { product }
  }
}

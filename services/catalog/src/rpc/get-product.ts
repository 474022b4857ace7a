import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { type Locale, localeOfTag } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { readProducts } from '../product/read-products.ts'
import { domainError } from '../reasons.ts'

export function getProduct({
  db,
  products,
}: Pick<Deps, 'db' | 'products'>): ServiceImpl<typeof CatalogService>['getProduct'] {
  const read = async (slug: string, locale: Locale) => {
    const [product] = await readProducts(
      db,
      sql`p.status = 'active' and p.id = coalesce(
        (select id from catalog.products where slug = ${slug}),
        (select product_id from catalog.slug_history where slug = ${slug}))`,
      locale,
    )
    return product
  }
  return async ({ slug, locale: tag }) => {
    const locale = localeOfTag(tag)
    const product = await products.of(`${locale} ${slug}`, () => read(slug, locale))
    if (!product) throw domainError('PRODUCT_NOT_FOUND', `no product "${slug}"`, { slug })
    return { product }
  }
}

import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { localeOfTag } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { readProducts } from '../product/read-products.ts'
import { domainError } from '../reasons.ts'

const most = 200

// Excludes drafts but returns archived products, so that a cart can describe a line that is no longer for sale.
export function getProducts({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['getProducts'] {
  return async (request) => {
    if (request.ids.length + request.skus.length > most) {
      throw domainError('TOO_MANY', `at most ${most} products in one call`)
    }
    const ids = request.ids.filter((id) => z.guid().safeParse(id).success)
    if (ids.length + request.skus.length === 0) return {}
    const products = await readProducts(
      db,
      sql`p.status <> 'draft' and p.id in (
        select unnest(${sql.param(ids)}::uuid[])
        union select product_id from catalog.variants where sku = any(${sql.param(request.skus)}::text[]))`,
      localeOfTag(request.locale),
    )
    return { products }
  }
}

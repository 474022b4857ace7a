import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { localeOfTag } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { cardColumns, type ListingRow, toCard } from '../listing/card.ts'
import { knownCurrency } from '../listing/scope.ts'
import { rows } from '../rows.ts'

// Returns the products next in price on both sides within the category, read from the price index.
export function listRelated({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['listRelated'] {
  return async (request) => {
    const ids = request.productIds.filter((id) => z.guid().safeParse(id).success).slice(0, 20)
    if (ids.length === 0) return {}
    const currency = knownCurrency(request.currency)
    const limit = Math.min(Math.max(request.limit || 8, 1), 50)
    const given = sql`${sql.param(ids)}::uuid[]`
    const side = (dearer: boolean) => sql`(
      select l.* from catalog.listings l
      where l.currency = s.currency and l.leaf_id = s.leaf_id and l.product_id <> all(${given})
        and l.price_minor ${dearer ? sql`>=` : sql`<`} s.price_minor
      order by l.price_minor ${dearer ? sql`` : sql`desc`} limit ${limit})`
    const listings = await rows<ListingRow>(
      db,
      sql`
        select ${cardColumns(localeOfTag(request.locale))}
        from (
          select distinct on (n.product_id) n.*, abs(ln(n.price_minor + 1) - ln(s.price_minor + 1)) as distance
          from catalog.listings s cross join lateral (${side(true)} union all ${side(false)}) n
          where s.currency = ${currency} and s.product_id = any(${given})
          order by n.product_id, distance) l
        order by distance, product_id limit ${limit}`,
    )
    return { products: listings.map(toCard) }
  }
}

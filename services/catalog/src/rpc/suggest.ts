import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { type ListingRow, toCard } from '../listing/card.ts'
import { knownCurrency } from '../listing/scope.ts'
import { searchTerms } from '../listing/search-terms.ts'
import type { ImageRecord } from '../product/record.ts'
import { rows } from '../rows.ts'

export function suggest({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['suggest'] {
  return async (request) => {
    const terms = await searchTerms(db, request.query)
    if (!terms) return {}
    const currency = knownCurrency(request.currency)
    const limit = Math.min(Math.max(request.limit || 6, 1), 20)
    const [listings, categories] = await Promise.all([
      rows<ListingRow>(
        db,
        sql`
          select card, currency, price_minor::float8 as "priceMinor", was_minor::float8 as "wasMinor",
            price_from as "priceFrom"
          from catalog.listings
          where currency = ${currency} and document @@ ${terms.anywhere}
          order by document @@ ${terms.inTitle} desc, popularity desc, product_id limit ${limit}`,
      ),
      rows<{ id: string; slug: string; name: string; parentId: string; tintHue: number; image: ImageRecord }>(
        db,
        sql`
          select c.id, c.slug, c.name, coalesce(c.parent_id::text, '') as "parentId", c.tint_hue as "tintHue", c.image
          from catalog.categories c
          join (
            select leaf_id, count(*) as hits from catalog.listings
            where currency = ${currency} and document @@ ${terms.anywhere} group by leaf_id) found on found.leaf_id = c.id
          order by hits desc, c.position limit 3`,
      ),
    ])
    return { products: listings.map(toCard), categories }
  }
}

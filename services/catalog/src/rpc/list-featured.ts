import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { type ListingRow, toCard } from '../listing/card.ts'
import { knownCurrency } from '../listing/scope.ts'
import { rows } from '../rows.ts'

export function listFeatured({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['listFeatured'] {
  return async (request) => {
    const listings = await rows<ListingRow>(
      db,
      sql`
        select card, currency, price_minor::float8 as "priceMinor", was_minor::float8 as "wasMinor",
          price_from as "priceFrom"
        from catalog.listings
        where currency = ${knownCurrency(request.currency)} and featured is not null
        order by featured limit ${Math.min(Math.max(request.limit || 12, 1), 50)}`,
    )
    return { products: listings.map(toCard) }
  }
}

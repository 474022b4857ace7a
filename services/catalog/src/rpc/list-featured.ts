import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { localeOfTag } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { cardColumns, type ListingRow, toCard } from '../listing/card.ts'
import { knownCurrency } from '../listing/scope.ts'
import { rows } from '../rows.ts'

export function listFeatured({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['listFeatured'] {
  return async (request) => {
    const listings = await rows<ListingRow>(
      db,
      sql`
        select ${cardColumns(localeOfTag(request.locale))}
        from catalog.listings l
        where currency = ${knownCurrency(request.currency)} and featured is not null
        order by featured limit ${Math.min(Math.max(request.limit || 12, 1), 50)}`,
    )
    return { products: listings.map(toCard) }
  }
}

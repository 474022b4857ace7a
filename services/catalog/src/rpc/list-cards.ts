import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { localeOfTag } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { cardColumns, type ListingRow, toCard } from '../listing/card.ts'
import { knownCurrency } from '../listing/scope.ts'
import { domainError } from '../reasons.ts'
import { rows } from '../rows.ts'

const most = 100

export function listCards({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['listCards'] {
  return async ({ ids, currency, locale }) => {
    if (ids.length > most) throw domainError('TOO_MANY', `at most ${most} products in one call`)
    const wanted = ids.filter((id) => z.guid().safeParse(id).success)
    const listings = await rows<ListingRow>(
      db,
      sql`
        select ${cardColumns(localeOfTag(locale))}
        from catalog.listings l
        where currency = ${knownCurrency(currency)} and product_id = any(${sql.param(wanted)}::uuid[])`,
    )
    return { products: listings.map(toCard) }
  }
}

import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { slugsPerPart } from '../listing/slug-parts.ts'
import { rows } from '../rows.ts'

/** An index-only scan of the listings' primary key. */
export function listSlugParts({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['listSlugParts'] {
  return async () => {
    const parts = await rows<{ id: string }>(
      db,
      sql`
        select product_id as id from (
          select product_id, row_number() over (order by product_id) - 1 as before
          from catalog.listings where currency = 'EUR'
        ) numbered
        where before % ${slugsPerPart}::int = 0 order by product_id`,
    )
    return { firstProductIds: parts.map(({ id }) => id) }
  }
}

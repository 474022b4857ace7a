import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { slugsPerPart } from '../listing/slug-parts.ts'
import { rows } from '../rows.ts'
import { domainError } from '../reasons.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @throws DomainError INVALID_CURSOR when the cursor is not a UUID */
export function listSlugs({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['listSlugs'] {
  return async ({ firstProductId }) => {
    if (!uuid.test(firstProductId))
      throw domainError('INVALID_CURSOR', 'a part begins at the id of a product')
    const found = await rows<{ slug: string }>(
      db,
      sql`
        select card->>'slug' as slug from catalog.listings
        where currency = 'EUR' and product_id >= ${firstProductId}::uuid
        order by product_id limit ${slugsPerPart}`,
    )
    return { slugs: found.map(({ slug }) => slug) }
  }
}

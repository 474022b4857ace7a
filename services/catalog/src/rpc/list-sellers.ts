import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { SellerRow } from '../product/read-products.ts'
import { rows } from '../rows.ts'

export function listSellers({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['listSellers'] {
  return async () => ({
    sellers: await rows<SellerRow>(
      db,
      sql`select id, slug, name, about, city, country from catalog.sellers order by name`,
    ),
  })
}

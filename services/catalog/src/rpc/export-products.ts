import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { readWholeProducts } from '../product/read-whole-products.ts'
import { domainError } from '../reasons.ts'
import { rows } from '../rows.ts'

const most = 500
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** @throws DomainError INVALID_CURSOR when the id is not a UUID */
export function exportProducts({
  db,
}: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['exportProducts'] {
  return async ({ afterId, limit }) => {
    const after = afterId || beforeAll
    if (!z.guid().safeParse(after).success)
      throw domainError('INVALID_CURSOR', 'a part begins after the id of a product')
    const part = await rows<{ id: string }>(
      db,
      sql`select id from catalog.products where status = 'active' and id > ${after}::uuid
        order by id limit ${Math.min(Math.max(limit, 1), most)}`,
    )
    // Categories are counted after each save, listings would be counted for each part.
    const [counted] = await rows<{ total: number }>(
      db,
      sql`select coalesce(sum(product_count), 0)::int as total from catalog.categories where parent_id is null`,
    )
    return {
      products: await readWholeProducts(
        db,
        part.map(({ id }) => id),
      ),
      total: counted?.total ?? 0,
    }
  }
}

import { create } from '@bufbuild/protobuf'
import type { Client } from '@connectrpc/connect'
import { type CatalogService, GetProductsResponseSchema } from '@mallhive/contracts/catalog'
import { type Db, openDb } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { readProducts } from './product/read-products.ts'
import { rows } from './rows.ts'
import * as schema from './schema.ts'

export interface Offers {
  /** Answers as the RPC does. */
  catalog: Pick<Client<typeof CatalogService>, 'getProducts'>
  /** Returns up to `limit` SKUs, one of each product and in no order of shops, that follow `after`. */
  skus(limit: number, after?: string): Promise<string[]>
}

/** Opens a seeded catalogue for seeding orders. */
export function openOffers(env: Record<string, string | undefined>): Offers & AsyncDisposable {
  const db = openDb(z.string().parse(env['DATABASE_URL']), { schema, poolSize: 1, plans: 'auto' })
  return { ...offersOf(db), [Symbol.asyncDispose]: () => db[Symbol.asyncDispose]() }
}

export const offersOf = (db: Db<typeof schema>): Offers => ({
  catalog: {
    getProducts: async ({ skus = [] }) =>
      create(GetProductsResponseSchema, {
        products: await readProducts(
          db,
          sql`p.id in (select product_id from catalog.variants where sku = any(${sql.param(skus)}::text[]))`,
        ),
      }),
  },
  async skus(limit, after = '') {
    const found = await rows<{ sku: string }>(
      db,
      sql`select v.sku from catalog.variants v
        where v.product_id > coalesce(
            (select product_id from catalog.variants where sku = ${after}), '00000000-0000-0000-0000-000000000000')
          and v.position = 1 and v.sku ~ '\\.[0-9]+$'
        order by v.product_id limit ${limit}`,
    )
    return found.map(({ sku }) => sku)
  },
})

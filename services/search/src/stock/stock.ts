import type { Client } from '@connectrpc/connect'
import type { Product } from '@mallhive/contracts/catalog'
import type { InventoryService, StockLevel } from '@mallhive/contracts/inventory'
import type { Db } from '@mallhive/service-kit/db'
import { isDatabaseDown } from '@mallhive/service-kit/database-down'
import { type SQL, sql } from 'drizzle-orm'
import { domainError } from '../reasons.ts'
import { assortments, stock } from '../schema.ts'

type Row = { product_id: string }
type Level = Pick<StockLevel, 'sku' | 'available' | 'revision'>

/** What is known of the stock, apart from the index: events of the inventory say nothing of products. */
export interface Stock {
  /** Takes over the SKUs of products, unless those of a newer revision are known. */
  assort(products: Pick<Product, 'id' | 'revision' | 'variants'>[]): Promise<void>
  /** Takes over the levels of SKUs, unless newer ones are known. */
  take(levels: Level[]): Promise<void>
  /** Asks the inventory for the levels of SKUs, and takes them over unless newer ones are known. */
  learn(skus: string[]): Promise<void>
  /** Returns the products that have a SKU. */
  productsOf(sku: string): Promise<string[]>
  /** Returns those of these products of which a SKU is available. */
  inStock(ids: string[]): Promise<ReadonlySet<string>>
}

/** Of one call. */
const mostSkus = 1000

export function openStock(
  db: Db,
  inventory: Pick<Client<typeof InventoryService>, 'getAvailability'>,
): Stock {
  // Events wait for a database that is down.
  const execute = async (statement: SQL): Promise<Row[]> => {
    try {
      return (await db.execute<Row>(statement)).rows
    } catch (error) {
      throw isDatabaseDown(error)
        ? domainError('UNAVAILABLE', 'the database of the stock does not answer')
        : error
    }
  }
  const put = async (levels: Level[], isNewer: SQL) => {
    if (levels.length === 0) return
    // In one order, so that no two of these wait for each other.
    await execute(sql`
      insert into ${stock} as s (sku, revision, is_available)
      select * from unnest(
        ${sql.param(levels.map(({ sku }) => sku))}::text[],
        ${sql.param(levels.map(({ revision }) => String(revision)))}::bigint[],
        ${sql.param(levels.map(({ available }) => available > 0))}::boolean[]) level(sku, revision, is_available)
      order by sku
      on conflict (sku) do update set revision = excluded.revision, is_available = excluded.is_available
      where ${isNewer}`)
  }
  return {
    take: (levels) => put(levels, sql`s.revision < excluded.revision`),
    async assort(products) {
      const rows = products.map(({ id, revision, variants }) => ({
        product_id: id,
        revision,
        skus: variants.map(({ sku }) => sku),
      }))
      await execute(sql`
        insert into ${assortments} as a (product_id, revision, skus)
        select product_id, revision, skus from json_to_recordset(${JSON.stringify(rows)}::json)
          as x(product_id uuid, revision int, skus text[])
        order by product_id
        on conflict (product_id) do update set revision = excluded.revision, skus = excluded.skus
        where a.revision < excluded.revision`)
    },
    async learn(skus) {
      for (let from = 0; from < skus.length; from += mostSkus) {
        const { levels } = await inventory.getAvailability({ skus: skus.slice(from, from + mostSkus) })
        // A release before moves units without a new number, so an answer of the same one may be newer.
        await put(levels, sql`s.revision <= excluded.revision`)
      }
    },
    async productsOf(sku) {
      const rows = await execute(sql`select product_id from ${assortments} where skus @> array[${sku}::text]`)
      return rows.map((row) => row.product_id)
    },
    async inStock(ids) {
      const rows = await execute(sql`
        select product_id from ${assortments} a where product_id = any(${sql.param(ids)}::uuid[])
          and exists (select from ${stock} where sku = any(a.skus) and is_available)`)
      return new Set(rows.map((row) => row.product_id))
    },
  }
}

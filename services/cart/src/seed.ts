import { readConfig } from '@mallhive/process-kit/config'
import { openDb } from '@mallhive/service-kit/db'
import { migrate } from '@mallhive/service-kit/migrate'
import { sql } from 'drizzle-orm'
import { configSchema } from './config.ts'
import type { Deps } from './deps.ts'
import * as schema from './schema.ts'

export type StockRow = { sku: string; sellerId: string; onHand: number }

const batch = 20_000

/** What was sold to one checkout. */
type Sale = { checkoutId: string; lines: { sku: string; quantity: number }[] }

/** Migrates a database before any service runs, and opens it for seeding. */
export async function openSeed(env: Record<string, string | undefined>) {
  const config = readConfig(configSchema, env)
  const db = openDb(config.DATABASE_URL, { schema, poolSize: 2 })
  await migrate(db, new URL('../drizzle', import.meta.url), 'cart')
  return {
    stock: (rows: StockRow[]) => seedStock({ db }, rows),
    sell: (sales: Sale[]) => seedSales({ db }, sales),
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  }
}

/** Inserts stock and ledger entries of new SKUs; existing ones stay unchanged. Returns the number of new SKUs. */
export async function seedStock({ db }: Pick<Deps, 'db'>, rows: StockRow[]): Promise<number> {
  let added = 0
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch)
    const { rowCount } = await db.execute(sql`
      with added as (
        insert into cart.stock (sku, seller_id, on_hand)
        select * from unnest(
          ${sql.param(part.map((row) => row.sku))}::text[],
          ${sql.param(part.map((row) => row.sellerId))}::text[],
          ${sql.param(part.map((row) => row.onHand))}::int[])
        on conflict (sku) do nothing
        returning sku, on_hand)
      insert into cart.movements (sku, kind, on_hand_delta, reserved_delta)
      select sku, 'set', on_hand, 0 from added`)
    added += rowCount ?? 0
  }
  return added
}

/** Takes sold units from the stock, with the reservations and ledger entries of their checkouts. A SKU is sold at most once. */
export async function seedSales({ db }: Pick<Deps, 'db'>, sales: Sale[]): Promise<void> {
  const sold = sales.flatMap(({ checkoutId, lines }) => lines.map((line) => ({ ...line, checkoutId })))
  await db.execute(sql`
    with sold as (
      select * from json_to_recordset(${JSON.stringify(sold)}::json)
        as s("checkoutId" text, sku text, quantity int)),
    reserved as (
      insert into cart.reservations (checkout_id, status, skus, quantities, expires_at)
      select "checkoutId", 'committed', array_agg(sku order by sku), array_agg(quantity order by sku), now()
      from sold group by "checkoutId"),
    taken as (
      update cart.stock set on_hand = stock.on_hand - sold.quantity, revision = stock.revision + 1 from sold where stock.sku = sold.sku)
    insert into cart.movements (sku, kind, on_hand_delta, reserved_delta, checkout_id)
    select sku, kind::cart.movement_kind, on_hand * quantity, reserved * quantity, "checkoutId"
    from sold cross join (values ('reserved', 0, 1), ('committed', -1, -1)) as step(kind, on_hand, reserved)`)
}

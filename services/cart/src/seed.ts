import { readConfig } from '@mallhive/process-kit/config'
import { openDb } from '@mallhive/service-kit/db'
import { migrate } from '@mallhive/service-kit/migrate'
import { sql } from 'drizzle-orm'
import { configSchema } from './config.ts'
import type { Deps } from './deps.ts'
import * as schema from './schema.ts'

export type StockRow = { sku: string; sellerId: string; onHand: number }

const batch = 20_000

/** Migrates and stocks a database before any service runs. Returns the number of new SKUs. */
export async function seed(env: Record<string, string | undefined>, rows: StockRow[]): Promise<number> {
  const config = readConfig(configSchema, env)
  await using db = openDb(config.DATABASE_URL, { schema, poolSize: 2 })
  await migrate(db, new URL('../drizzle', import.meta.url), 'cart')
  // Awaited, because leaving the function closes the database.
  return await seedStock({ db }, rows)
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

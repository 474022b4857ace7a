import { sql } from 'drizzle-orm'
import type { Deps } from './deps.ts'

export type StockRow = { sku: string; sellerId: string; onHand: number }

const batch = 20_000

/** Stocks many new SKUs at once, ledger included; those that are stocked already stay as they are. Answers how many were new. */
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

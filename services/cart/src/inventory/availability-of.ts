import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'

/** Returns unreserved units by SKU; unknown SKUs are left out. */
export async function availabilityOf({ db }: Pick<Deps, 'db'>, skus: string[]): Promise<Map<string, number>> {
  // Postgres cannot hold a NUL in text, and no SKU has one.
  const askable = skus.filter((sku) => !sku.includes('\0'))
  if (askable.length === 0) return new Map()
  const { rows } = await db.execute<{ sku: string; available: number }>(
    sql`select sku, on_hand - reserved as available from cart.stock where sku = any(${sql.param(askable)}::text[])`,
  )
  return new Map(rows.map((row) => [row.sku, row.available]))
}

import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'

export type Level = { sku: string; available: number; revision: bigint }

/** Returns unreserved units by SKU; unknown SKUs are left out. */
export async function availabilityOf(deps: Pick<Deps, 'db'>, skus: string[]): Promise<Map<string, number>> {
  return new Map((await levelsOf(deps, skus)).map(({ sku, available }) => [sku, available]))
}

export async function levelsOf({ db }: Pick<Deps, 'db'>, skus: string[]): Promise<Level[]> {
  // Postgres cannot hold a NUL in text, and no SKU has one.
  const askable = skus.filter((sku) => !sku.includes('\0'))
  if (askable.length === 0) return []
  const { rows } = await db.execute<{ sku: string; available: number; revision: string }>(
    sql`select sku, on_hand - reserved as available, revision from cart.stock where sku = any(${sql.param(askable)}::text[])`,
  )
  return rows.map(({ revision, ...level }) => ({ ...level, revision: BigInt(revision) }))
}

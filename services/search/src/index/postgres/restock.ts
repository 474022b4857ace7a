import type { Db } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { lockSlots } from './generations.ts'
import { slotNames, slots, tablesOf } from './schema.ts'
import { touchScopes } from './write.ts'

type Stocked = { id: string; inStock: boolean }

/** Writes nothing, and waits for no writer, while each product's rows say so already. */
export async function restock(db: Db, products: Stocked[]): Promise<boolean> {
  if (products.length === 0) return false
  const { rows } = await db.execute<{ differs: boolean }>(sql`select ${differs(products)} as differs`)
  if (!rows[0]?.differs) return false
  return db.transaction(async (tx) => {
    let changed = false
    for (const { slot, state } of await lockSlots(tx)) {
      if (state === 'idle') continue
      const { rows: written } = await tx.execute<{ tags: number[] }>(sql`
        update ${tablesOf[slot].listings} l set in_stock = said.in_stock from ${listed(products)}
        where l.id = said.id and l.in_stock <> said.in_stock returning l.tags`)
      changed ||= written.length > 0
      if (state === 'live') await touchScopes(tx, new Set(written.flatMap(({ tags }) => tags)))
    }
    return changed
  })
}

const differs = (products: Stocked[]) =>
  sql.join(
    slotNames.map(
      (slot) => sql`exists (
        select from ${tablesOf[slot].listings} l join ${listed(products)} on l.id = said.id
        where l.in_stock <> said.in_stock
          and exists (select from ${slots} where slot = ${slot} and state <> 'idle'))`,
    ),
    sql` or `,
  )

const listed = (products: Stocked[]) => sql`unnest(
  ${sql.param(products.map(({ id }) => id))}::uuid[],
  ${sql.param(products.map(({ inStock }) => inStock))}::boolean[]) said(id, in_stock)`

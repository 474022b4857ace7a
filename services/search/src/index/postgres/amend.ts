import type { Db } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import type { Amendment } from '../document.ts'
import { lockSlots } from './generations.ts'
import { slotNames, slots, tablesOf } from './schema.ts'
import { touchScopes } from './write.ts'

type Amended = { tags: number[]; counts_otherwise: boolean }

/** Writes nothing, and waits for no writer, while each product's rows say so already. */
export async function amend(db: Db, products: Amendment[]): Promise<boolean> {
  if (products.length === 0) return false
  const { rows } = await db.execute<{ differs: boolean }>(sql`select ${isAnyOther(products)} as differs`)
  if (!rows[0]?.differs) return false
  return db.transaction(async (tx) => {
    let changed = false
    for (const { slot, state } of await lockSlots(tx)) {
      if (state === 'idle') continue
      const { rows: written } = await tx.execute<Amended>(sql`
        update ${tablesOf[slot].listings} l set in_stock = said.in_stock, sold = said.sold
        from ${tablesOf[slot].listings} had join ${listed(products)} on had.id = said.id
        where l.id = had.id and l.locale = had.locale and ${isOther('had')}
        returning l.tags,
          had.in_stock <> said.in_stock or (had.sold > 0) <> (said.sold > 0) as counts_otherwise`)
      changed ||= written.length > 0
      // How much was sold is not counted, but whether anything was.
      const recounted = written.filter((row) => row.counts_otherwise).flatMap(({ tags }) => tags)
      if (state === 'live') await touchScopes(tx, new Set(recounted))
    }
    return changed
  })
}

const isOther = (listing: 'l' | 'had') => {
  const [inStock, sold] = [sql.raw(`${listing}.in_stock`), sql.raw(`${listing}.sold`)]
  return sql`(${inStock}, ${sold}) <> (said.in_stock, said.sold)`
}

const isAnyOther = (products: Amendment[]) =>
  sql.join(
    slotNames.map(
      (slot) => sql`exists (
        select from ${tablesOf[slot].listings} l join ${listed(products)} on l.id = said.id
        where ${isOther('l')}
          and exists (select from ${slots} where slot = ${slot} and state <> 'idle'))`,
    ),
    sql` or `,
  )

const listed = (products: Amendment[]) => sql`unnest(
  ${sql.param(products.map(({ id }) => id))}::uuid[],
  ${sql.param(products.map(({ inStock }) => inStock))}::boolean[],
  ${sql.param(products.map(({ sold }) => sold))}::int[]) said(id, in_stock, sold)`

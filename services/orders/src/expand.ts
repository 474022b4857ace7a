import { sql } from 'drizzle-orm'
import type { Deps } from './deps.ts'

/**
 * Backfills lines, amounts and states of orders from before migration 0001, in batches, so that serving processes are not
 * blocked. To be deleted with the columns that it reads.
 */
export async function expandOrders({ db }: Pick<Deps, 'db'>, batch = 200): Promise<void> {
  for (;;) {
    const { rows } = await db.execute<{ expanded: number }>(
      sql`select orders.expand_orders(${batch}::integer) expanded`,
    )
    if (rows[0]?.expanded === 0) return
  }
}

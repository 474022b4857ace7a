import { sql } from 'drizzle-orm'
import type { Deps } from './deps.ts'

/**
 * Gives orders of before migration 0001 their lines, amounts and states, some at a time, so that the processes that still
 * serve wait for none of it. Goes with the columns that it reads.
 */
export async function expandOrders({ db }: Pick<Deps, 'db'>, batch = 200): Promise<void> {
  for (;;) {
    const { rows } = await db.execute<{ expanded: number }>(
      sql`select orders.expand_orders(${batch}::integer) expanded`,
    )
    if (rows[0]?.expanded === 0) return
  }
}

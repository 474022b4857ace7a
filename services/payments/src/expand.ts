import { sql } from 'drizzle-orm'
import type { Deps } from './deps.ts'

/**
 * Gives payments and ledger transactions of before migration 0003 their operations, some at a time, so that the processes
 * that still serve wait for none of it. Goes with that migration's triggers.
 */
export async function expandPayments({ db }: Pick<Deps, 'db'>, batch = 200): Promise<void> {
  for (;;) {
    const { rows } = await db.execute<{ expanded: number }>(
      sql`select payments.expand_payments(${batch}::integer) expanded`,
    )
    if (rows[0]?.expanded === 0) return
  }
}

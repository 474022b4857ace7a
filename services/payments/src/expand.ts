import { sql } from 'drizzle-orm'
import type { Deps } from './deps.ts'

/**
 * Backfills operations of payments and ledger transactions from before migration 0003, in batches, so that serving processes
 * are not blocked. To be deleted with that migration's triggers.
 */
export async function expandPayments({ db }: Pick<Deps, 'db'>, batch = 200): Promise<void> {
  for (;;) {
    const { rows } = await db.execute<{ expanded: number }>(
      sql`select payments.expand_payments(${batch}::integer) expanded`,
    )
    if (rows[0]?.expanded === 0) return
  }
}

import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Deps, Tx } from '../deps.ts'
import { checkouts } from '../schema.ts'

export type Row = typeof checkouts.$inferSelect
export type State = Row['state']
type Patch = Partial<Pick<Row, 'challengeUrl' | 'failure' | 'failedSkus' | 'orderNumber'>> & {
  state: State
}

/**
 * Moves a checkout one step, or answers nothing when somebody else has moved it. What belongs to the step (`work`)
 * commits with it. `delayMs` is when another driver may take the row over; the lease, unless it is to wait.
 */
export type Advance = (
  row: Row,
  patch: Patch,
  options?: { work?: (tx: Tx, next: Row) => Promise<void>; delayMs?: number },
) => Promise<Row | undefined>

export function fencedAdvance(db: Deps['db'], leaseMs: number): Advance {
  return (row, patch, { work, delayMs = leaseMs } = {}) => {
    const move = async (executor: Pick<Tx, 'update'>): Promise<Row | undefined> => {
      const fence = and(
        eq(checkouts.id, row.id),
        eq(checkouts.state, row.state),
        eq(checkouts.attempt, row.attempt),
      )
      const [next] = await executor
        .update(checkouts)
        .set({ ...patch, dueAt: inMs(delayMs) })
        .where(fence)
        .returning()
      return next
    }
    if (!work) return move(db)
    return db.transaction(async (tx) => {
      const next = await move(tx)
      if (next) await work(tx, next)
      return next
    })
  }
}

export const inMs = (ms: number): SQL<Date> => sql`now() + ${ms} * interval '1 millisecond'`

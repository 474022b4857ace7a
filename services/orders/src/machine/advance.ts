import type { Executor } from '@mallhive/service-kit/db'
import { counter } from '@mallhive/process-kit/telemetry'
import { type Placeholder, sql, type SQL } from 'drizzle-orm'
import type { WholeOrder } from '../order/load-orders.ts'
import { checkoutFailure, checkouts } from '../schema.ts'

export type Row = typeof checkouts.$inferSelect & {
  /** The order, known to the driver that has placed it. */
  placed?: WholeOrder
}
export type State = Row['state']
type Patch = Partial<Pick<Row, 'challengeUrl' | 'failure' | 'failedSkus' | 'orderNumber' | 'placed'>> & {
  state: State
}

/**
 * Moves a checkout one step; returns undefined when another driver has moved it. The writes of the step (`work`) are part of the
 * same statement: each selects `from moved`, which has one row or none. After `delayMs`, by default the lease, another driver
 * may claim the row.
 */
export type Advance = (
  row: Row,
  patch: Patch,
  options?: { work?: (next: Row) => SQL[]; delayMs?: number },
) => Promise<Row | undefined>

const transitions = counter(
  'checkout_transitions_total',
  'Steps of checkouts, by the state that they led to',
  ['state', 'failure'],
)

for (const state of ['done', 'capture_refused']) transitions.inc({ state, failure: '' }, 0)
for (const failure of checkoutFailure.enumValues) transitions.inc({ state: 'failed', failure }, 0)

export function fencedAdvance(db: Executor, leaseMs: number): Advance {
  return async (row, patch, { work, delayMs = leaseMs } = {}) => {
    const next = { ...row, ...patch }
    const pieces = (work?.(next) ?? []).map(
      (piece, n) => sql`, ${sql.identifier(`piece_${n}`)} as (${piece})`,
    )
    const { rowCount } = await db.execute(sql`
      with moved as (
        update ${checkouts} set state = ${next.state}, challenge_url = ${next.challengeUrl},
          failure = ${next.failure}, failed_skus = ${sql.param(next.failedSkus)}::text[],
          order_number = ${next.orderNumber}, due_at = ${inMs(delayMs)}
        where id = ${row.id} and state = ${row.state} and attempt = ${row.attempt}
        returning *)${sql.join(pieces)}
      select 1 from moved`)
    if (rowCount !== 1) return undefined
    if (next.state !== row.state) transitions.inc({ state: next.state, failure: next.failure ?? '' })
    return next
  }
}

export const inMs = (ms: number | Placeholder): SQL<Date> => sql`now() + ${ms} * interval '1 millisecond'`

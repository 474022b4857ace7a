import { PaymentChangedSchema } from '@mallhive/contracts/payments'
import { eventInsert } from '@mallhive/service-kit/outbox'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { charge } from '../ledger.ts'
import type { Outcome } from '../providers/port.ts'
import { outbox, payments } from '../schema.ts'
import { findPayment } from './find.ts'
import { sourcesOf } from './transitions.ts'
import { type PaymentRow, toPayment } from './view.ts'

/**
 * Writes down what the provider said, once: the row, its ledger entries and its event are one statement. Answers the
 * payment as it is then, also when the news were old.
 */
export async function settle(
  { db }: Pick<Deps, 'db'>,
  known: PaymentRow,
  { status, challengeUrl = '', declineCode = '' }: Outcome,
): Promise<PaymentRow> {
  const next = { ...known, status, challengeUrl, declineCode }
  const fromMoved = sql`from moved`
  const { rowCount } = await db.execute(sql`
    with moved as (
      update ${payments} set status = ${status}, challenge_url = ${challengeUrl}, decline_code = ${declineCode},
        updated_at = now()
      where checkout_id = ${known.checkoutId} and status = any(${sql.param(sourcesOf(status))}::payments.payment_status[])
      returning checkout_id),
    ${status === 'captured' ? sql`${charge(next, fromMoved)},` : sql``}
    told as (${eventInsert(outbox, PaymentChangedSchema, { payment: toPayment(next) }, known.checkoutId, fromMoved)})
    select 1 from moved`)
  return rowCount === 1 ? next : findPayment({ db }, known.checkoutId)
}

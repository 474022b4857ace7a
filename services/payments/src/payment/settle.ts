import { randomUUIDv7 } from 'node:crypto'
import { PaymentChangedSchema } from '@mallhive/contracts/payments'
import { eventInsert } from '@mallhive/service-kit/outbox'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { charge } from '../ledger.ts'
import type { Outcome } from '../providers/port.ts'
import { operations, outbox, payments } from '../schema.ts'
import { closePending } from './close-pending.ts'
import { findPayment } from './find.ts'
import { keyOf, settledBy } from './operations.ts'
import { sourcesOf } from './transitions.ts'
import { type PaymentRow, toPayment } from './view.ts'

/**
 * Stores an outcome once: payment, operation, ledger entries and event in one statement. Inserts an operation that this service
 * has not opened (the webhook came first); a final outcome closes the others. Returns the resulting payment, also when another
 * call has settled it.
 */
export async function settle(
  { db }: Pick<Deps, 'db'>,
  known: PaymentRow,
  { status, challengeUrl = '', declineCode = '', reference = '' }: Outcome,
): Promise<PaymentRow> {
  const next = { ...known, status, challengeUrl, declineCode }
  const { kind, state } = settledBy(status, known.status)
  const { rowCount } = await db.execute(sql`
    with moved as (
      update ${payments} set status = ${status}, challenge_url = ${challengeUrl}, decline_code = ${declineCode},
        updated_at = now()
      where checkout_id = ${known.checkoutId} and status = any(${sql.param(sourcesOf(status))}::payments.payment_status[])
      returning *),
    operation as (
      insert into ${operations} as o (id, checkout_id, kind, key, amount_minor, state, reference, refusal_code, settled_at)
      select ${randomUUIDv7()}::uuid, checkout_id, ${kind}::payments.operation_kind,
        ${keyOf(known.checkoutId, kind)}::text, amount_minor, ${state}::payments.operation_state, ${reference}::text,
        ${declineCode}::text, ${state === 'pending' ? sql`null::timestamptz` : sql`now()`} from moved
      on conflict (key) do update set state = excluded.state, reference = excluded.reference,
        refusal_code = excluded.refusal_code, settled_at = excluded.settled_at
      returning o.*),
    closed as (${closePending(
      sql`(select checkout_id, status from moved union all
        select checkout_id, status from ${payments} where checkout_id = ${known.checkoutId})`,
      sql`(o.kind <> ${kind} or not exists (select from moved))`,
    )}),
    ${status === 'captured' ? sql`${charge(known, sql`operation`)},` : sql``}
    told as (${eventInsert(outbox, PaymentChangedSchema, { payment: toPayment(next) }, known.checkoutId, sql`from moved`)})
    select 1 from moved`)
  return rowCount === 1 ? next : findPayment({ db }, known.checkoutId)
}

import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { operations, payments, type Share } from '../schema.ts'
import { closePending } from './close-pending.ts'
import { askableFrom, keyOf } from './operations.ts'
import type { PaymentRow } from './view.ts'

type Wanted = {
  checkoutId: string
  kind: keyof typeof askableFrom
  /** Creates the payment unless it exists. */
  payment?: Pick<PaymentRow, 'provider' | 'amountMinor' | 'currency'>
  /** Stored only if they sum to the payment's amount. */
  shares?: Shares
}

export type Shares = { parts: Share[]; amountMinor: number; currency: string }

/** A payment, and whether this call has stored its operation with the given shares. */
export type Opened = PaymentRow & { isOpened: boolean }

/**
 * Stores an operation in one statement before the provider is called, so that a crash during the call leaves a record. Returns
 * the payment, or undefined when there is none. Closes pending operations of a settled payment, which lost a race.
 */
export async function openOperation(
  deps: Pick<Deps, 'db'>,
  { checkoutId, kind, payment, shares }: Wanted,
): Promise<Opened | undefined> {
  const made = payment
    ? sql`insert into ${payments} (checkout_id, provider, amount_minor, currency, status)
        values (${checkoutId}, ${payment.provider}, ${payment.amountMinor}, ${payment.currency}, 'unknown')
        on conflict do nothing returning *`
    : sql`select * from ${payments} where false`
  const { rows } = await deps.db.execute<Opened>(sql`
    with made as (${made}),
    payment as (select * from made union all select * from ${payments} where checkout_id = ${checkoutId}),
    closed as (${closePending(sql`payment`)}),
    asked as (
      insert into ${operations} as o (id, checkout_id, kind, key, amount_minor, shares)
      select ${randomUUIDv7()}::uuid, checkout_id, ${kind}::payments.operation_kind, ${keyOf(checkoutId, kind)}::text,
        amount_minor, ${JSON.stringify(shares?.parts ?? [])}::jsonb
      from payment where status = any(${sql.param(askableFrom[kind])}::payments.payment_status[])
        ${shares ? sql`and amount_minor = ${shares.amountMinor} and currency = ${shares.currency}` : sql``}
      on conflict (key) do ${shares ? sql`update set shares = excluded.shares where o.state = 'pending' and o.shares = '[]'` : sql`nothing`}
      returning 1)
    select checkout_id as "checkoutId", provider, status, amount_minor::float8 as "amountMinor", currency,
      challenge_url as "challengeUrl", decline_code as "declineCode", exists (select from asked) as "isOpened" from payment`)
  // A concurrent call has created the payment: this statement's snapshot misses it, the next one sees it.
  return rows[0] ?? (payment && openOperation(deps, { checkoutId, kind, shares }))
}

import { PaymentChangedSchema } from '@mallhive/contracts/payments'
import { publish } from '@mallhive/service-kit/outbox'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { charge } from '../ledger.ts'
import type { Outcome } from '../providers/port.ts'
import { outbox, payments } from '../schema.ts'
import { sourcesOf } from './transitions.ts'
import { type PaymentRow, toPayment } from './view.ts'

type Tx = Parameters<Parameters<Deps['db']['transaction']>[0]>[0]

/** Writes down what the provider said, once: the row, its ledger entries and its event share one transaction. */
export async function settle(
  { db }: Pick<Deps, 'db'>,
  checkoutId: string,
  outcome: Outcome,
): Promise<PaymentRow> {
  const moved = await db.transaction((tx) => settleIn(tx, checkoutId, outcome))
  if (moved) return moved
  const [row] = await db.select().from(payments).where(eq(payments.checkoutId, checkoutId))
  if (!row) throw new Error(`no payment ${checkoutId} to settle`)
  return row
}

/** Answers the row when it moved; nothing when the news were old. */
export async function settleIn(
  tx: Tx,
  checkoutId: string,
  outcome: Outcome,
): Promise<PaymentRow | undefined> {
  const { status, challengeUrl = '', declineCode = '' } = outcome
  const [row] = await tx
    .update(payments)
    .set({ status, challengeUrl, declineCode, updatedAt: sql`now()` })
    .where(and(eq(payments.checkoutId, checkoutId), inArray(payments.status, sourcesOf(status))))
    .returning()
  if (!row) return undefined
  if (status === 'captured') await charge(tx, row)
  await publish(tx, outbox, PaymentChangedSchema, { payment: toPayment(row) }, checkoutId)
  return row
}

import { type PaymentChanged, PaymentStatus } from '@mallhive/contracts/payments'
import { prepared } from '@mallhive/service-kit/prepared'
import { and, eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { checkouts } from '../schema.ts'

/**
 * Makes a challenged checkout due after the bank's answer, so that it proceeds even if the shopper never returns. Captures and
 * voids are answers to checkouts that have moved on.
 */
export const paymentChanged =
  ({ db }: Pick<Deps, 'db'>) =>
  async ({ payment }: PaymentChanged): Promise<void> => {
    if (!payment || !banksAnswers.has(payment.status)) return
    await wake(db).execute({ id: payment.checkoutId })
  }

const banksAnswers = new Set([PaymentStatus.AUTHORISED, PaymentStatus.DECLINED])

const wake = prepared((db: Deps['db']) =>
  db
    .update(checkouts)
    .set({ dueAt: sql`now()` })
    .where(and(eq(checkouts.id, sql.placeholder('id')), eq(checkouts.state, 'challenged'))),
)

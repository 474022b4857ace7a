import { PaymentChangedSchema, PaymentStatus } from '@mallhive/contracts/payments'
import { on } from '@mallhive/service-kit/subscribe'
import { and, eq, sql } from 'drizzle-orm'
import { checkouts } from '../schema.ts'

/** The bank has answered and the shopper may never come back: whoever looks next drives the checkout on. */
export const paymentChanged = on(PaymentChangedSchema, async ({ payment }, { tx }) => {
  if (!payment || payment.status === PaymentStatus.CHALLENGED) return
  const waiting = and(eq(checkouts.id, payment.checkoutId), eq(checkouts.state, 'challenged'))
  await tx
    .update(checkouts)
    .set({ dueAt: sql`now()` })
    .where(waiting)
})

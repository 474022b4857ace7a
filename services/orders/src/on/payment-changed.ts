import { PaymentChangedSchema, PaymentStatus } from '@mallhive/contracts/payments'
import { onRepeatable } from '@mallhive/service-kit/subscribe'
import { and, eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { checkouts } from '../schema.ts'

/** The bank has answered and the shopper may never come back: whoever looks next drives the checkout on. */
export function paymentChanged({ db }: Pick<Deps, 'db'>) {
  return onRepeatable(PaymentChangedSchema, async ({ payment }) => {
    if (!payment || payment.status === PaymentStatus.CHALLENGED) return
    const waiting = and(eq(checkouts.id, payment.checkoutId), eq(checkouts.state, 'challenged'))
    await db
      .update(checkouts)
      .set({ dueAt: sql`now()` })
      .where(waiting)
  })
}

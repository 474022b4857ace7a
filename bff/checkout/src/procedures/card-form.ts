import { PaymentsService, TestCardOutcome } from '@mallhive/contracts/payments'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { checkoutId } from '../input.ts'

/** Returns where the browser posts the card: directly to the payment provider. */
export const cardForm = shopper.input(z.object({ checkoutId })).query(async ({ ctx, input }) => {
  const returnUrl = `${ctx.publicOrigin}/checkout/${input.checkoutId}/payment`
  const { action, fields, testCards } = await ctx.client(PaymentsService).getCardForm({ returnUrl })
  return {
    action,
    fields: { ...fields },
    testCards: testCards.map(({ number, outcome }) => ({ number, label: outcomeLabels[outcome] })),
  }
})

const outcomeLabels: Record<TestCardOutcome, string> = {
  [TestCardOutcome.UNSPECIFIED]: '',
  [TestCardOutcome.PAID]: 'Payment succeeds',
  [TestCardOutcome.CHALLENGED]: 'Confirmation by the bank required',
  [TestCardOutcome.DECLINED]: 'Declined',
  [TestCardOutcome.INSUFFICIENT_FUNDS]: 'Declined: insufficient funds',
}

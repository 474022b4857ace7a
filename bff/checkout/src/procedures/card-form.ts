import { localPath } from '@mallhive/contracts/locales'
import { PaymentsService, TestCardOutcome } from '@mallhive/contracts/payments'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { checkoutId } from '../input.ts'

/** Returns where the browser posts the card: directly to the payment provider. */
export const cardForm = shopper.input(z.object({ checkoutId })).query(async ({ ctx, input }) => {
  const returnUrl = ctx.publicOrigin + localPath(ctx.lang, `/checkout/${input.checkoutId}/payment`)
  const { action, fields, testCards } = await ctx.client(PaymentsService).getCardForm({ returnUrl })
  return {
    action,
    fields: { ...fields },
    testCards: testCards.flatMap(({ number, outcome }) => {
      const known = outcomes[outcome]
      return known ? [{ number, outcome: known }] : []
    }),
  }
})

const outcomes = {
  [TestCardOutcome.UNSPECIFIED]: undefined,
  [TestCardOutcome.PAID]: 'paid',
  [TestCardOutcome.CHALLENGED]: 'challenged',
  [TestCardOutcome.DECLINED]: 'declined',
  [TestCardOutcome.INSUFFICIENT_FUNDS]: 'insufficient-funds',
} as const

export type TestCard = { number: string; outcome: NonNullable<(typeof outcomes)[TestCardOutcome]> }

import { localPath } from '@mallhive/contracts/locales'
import { toMoney } from '@mallhive/contracts/money'
import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { isRefusedWith } from '../is-refused-with.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { checkoutId } from '../input.ts'
import { expectCheckout } from '../view/expect-checkout.ts'

const input = z.object({
  checkoutId,
  totalMinor: z.coerce.number<string | number>().int().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/),
})

/** Places the order. Every outcome (ordered, at the bank, declined, still pending) is shown by one page. */
export const placeOrder = shopper
  .meta({ perMinute: 60 })
  .input(input)
  .mutation(({ ctx, input: { checkoutId: id, totalMinor, currency } }) => {
    const returnUrl = ctx.publicOrigin + localPath(ctx.lang, `/checkout/${id}/return`)
    const place = async () => {
      try {
        const { checkout } = await ctx.client(OrdersService).placeOrder({
          checkoutId: id,
          expectedTotal: toMoney(totalMinor, currency),
          returnUrl,
          locale: ctx.locale,
        })
        return { redirectTo: `/checkout/${id}/done`, checkout: expectCheckout(checkout, ctx.lang) }
      } catch (error) {
        // The review names the items, as it names a changed total.
        const skus = isRefusedWith('UNAVAILABLE', error) ? error.details['skus'] : undefined
        if (skus === undefined) throw error
        return { redirectTo: `/checkout/${id}/review?unavailable=${encodeURIComponent(skus)}` }
      }
    }
    return redirectOnRefusal(id, place())
  })

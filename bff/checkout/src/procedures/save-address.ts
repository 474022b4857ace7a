import { IdentityService } from '@mallhive/contracts/identity'
import { OrdersService } from '@mallhive/contracts/orders'
import { z } from 'zod'
import { checkPlace } from '../address-rules.ts'
import { shopper } from '../bff.ts'
import { redirectOnRefusal } from '../redirect-on-refusal.ts'
import { checkoutId, optionalText, text } from '../input.ts'

const input = z
  .object({
    checkoutId,
    email: z
      .string()
      .trim()
      .max(254)
      .regex(/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, 'Enter an e-mail address, like name@example.com.'),
    name: text('Enter a name.'),
    line1: text('Enter a street and number.'),
    line2: optionalText.default(''),
    city: text('Enter a city.'),
    region: optionalText.default(''),
    postcode: text('Enter a postcode.'),
    country: z.string().regex(/^[A-Z]{2}$/, 'Choose a country.'),
    phone: optionalText.default(''),
    remember: z.string().optional(),
  })
  .superRefine(checkPlace)

export const saveAddress = shopper.input(input).mutation(({ ctx, input: given }) => {
  const { checkoutId: id, email, remember, ...address } = given
  const save = async () => {
    await ctx.client(OrdersService).updateCheckout({ checkoutId: id, email, address })
    if (remember && ctx.actor.kind === 'account') {
      await ctx
        .client(IdentityService)
        .saveAddress({ address: { address } })
        .catch((error: unknown) => ctx.log.warn({ err: error }, 'an address was not remembered'))
    }
    return { redirectTo: `/checkout/${id}/shipping` }
  }
  return redirectOnRefusal(id, save())
})

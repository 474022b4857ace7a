import { CartService } from '@mallhive/contracts/cart'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { refusalMessages } from '../refusal-messages.ts'
import { quantity, sku } from '../input.ts'

export const setQuantity = shopper
  .meta({ perMinute: 240 })
  .input(z.object({ sku, quantity: quantity(0) }))
  .mutation(async ({ ctx, input }) => {
    const { cart } = await refusalMessages(ctx.client(CartService).setQuantity(input))
    return { itemCount: cart?.itemCount ?? 0 }
  })

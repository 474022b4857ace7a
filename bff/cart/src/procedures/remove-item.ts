import { CartService } from '@mallhive/contracts/cart'
import { z } from 'zod'
import { shopper } from '../bff.ts'
import { sku } from '../input.ts'

/** Removes a line, also when its product no longer exists. */
export const removeItem = shopper
  .meta({ perMinute: 240 })
  .input(z.object({ sku }))
  .mutation(async ({ ctx, input }) => {
    const { cart } = await ctx.client(CartService).setQuantity({ sku: input.sku, quantity: 0 })
    return { itemCount: cart?.itemCount ?? 0 }
  })

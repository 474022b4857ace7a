import { CartService } from '@mallhive/contracts/cart'
import { InventoryService } from '@mallhive/contracts/inventory'
import { toMoney } from '@mallhive/contracts/money'
import { actorOrGuest, type BffContext } from '@mallhive/mfe-kit/bff'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { refusalFor, refusalMessages } from '../refusal-messages.ts'
import { quantity, sku } from '../input.ts'

/**
 * Adds to the cart, once per idempotency key; the first item starts a guest session. The price only records what the shopper
 * saw; no charge is based on it.
 */
export const addItem = procedure
  .meta({ perMinute: 120 })
  .input(
    z.object({
      sku,
      quantity: quantity(1),
      priceMinor: z.coerce.number<string | number>().int().min(0).max(1e12),
      currency: z.string().regex(/^[A-Z]{3}$/),
      idempotencyKey: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    if (!ctx.actor && !ctx.sessionUnknown) await requireForSale(ctx, input.sku)
    await actorOrGuest(ctx)
    const { cart } = await refusalMessages(
      ctx.client(CartService).addItem({
        sku: input.sku,
        quantity: input.quantity,
        seenPrice: toMoney(input.priceMinor, input.currency),
        idempotencyKey: input.idempotencyKey,
      }),
    )
    return { itemCount: cart?.itemCount ?? 0 }
  })

/** Refuses an unknown SKU before a guest is started for it: a guest is a row in the database. @throws Refusal UNKNOWN_SKU */
async function requireForSale(ctx: BffContext, skuToAdd: string): Promise<void> {
  const { levels } = await ctx.client(InventoryService).getAvailability({ skus: [skuToAdd] })
  if (levels.length === 0) throw refusalFor('UNKNOWN_SKU')
}

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
    if (!ctx.actor && !ctx.sessionUnknown) await requireForSale(ctx, input)
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

/**
 * Refuses what the cart would refuse a visitor, before a guest is started for it, of which an address has a limited number.
 * @throws Refusal UNKNOWN_SKU, SOLD_OUT, ONLY_N_LEFT
 */
async function requireForSale(ctx: BffContext, wanted: { sku: string; quantity: number }): Promise<void> {
  const { levels } = await ctx.client(InventoryService).getAvailability({ skus: [wanted.sku] })
  const [level] = levels
  if (!level) throw refusalFor('UNKNOWN_SKU')
  const { available } = level
  if (available <= 0) throw refusalFor('SOLD_OUT')
  if (available < wanted.quantity) throw refusalFor('ONLY_N_LEFT', { available: String(available) })
}

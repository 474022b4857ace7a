import { CartService } from '@mallhive/contracts/cart'
import { CatalogService } from '@mallhive/contracts/catalog'
import { InventoryService } from '@mallhive/contracts/inventory'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { procedure } from '../bff.ts'
import { emptyCart, toCartView } from '../cart-view/cart-view.ts'
import { msg } from '../messages.ts'

/** Returns the cart page: lines of the cart, with their products from the catalogue and units left from the inventory. */
export const getCart = procedure.meta({ anonymousFor: 3600 }).query(async ({ ctx }) => {
  if (ctx.sessionUnknown) throw new Refusal('unavailable', 'SESSION_UNKNOWN', msg('cart.unavailable'))
  if (!ctx.actor) return emptyCart
  const { cart } = await ctx.client(CartService).getCart({})
  if (!cart || cart.lines.length === 0) return emptyCart

  const skus = cart.lines.map((line) => line.sku)
  const [catalog, inventory] = await Promise.allSettled([
    ctx.client(CatalogService).getProducts({ skus, locale: ctx.lang }),
    ctx.client(InventoryService).getAvailability({ skus }),
  ])
  for (const part of [catalog, inventory]) {
    if (part.status === 'rejected')
      ctx.log.warn({ err: part.reason }, 'catalogue or inventory failed, cart shown without it')
  }
  return toCartView(cart, {
    currency: ctx.currency,
    lang: ctx.lang,
    products: catalog.status === 'fulfilled' ? catalog.value.products : undefined,
    levels: inventory.status === 'fulfilled' ? inventory.value.levels : undefined,
  })
})

import { CatalogService } from '@mallhive/contracts/catalog'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { stockLevels } from '../stock-levels.ts'
import { toProduct } from '../views/product-view.ts'

/** Returns a product for its page. A former slug returns the product too: compare `product.slug`. */
export const getProduct = procedure
  .input(z.object({ slug: z.string().min(1).max(200) }))
  .query(async ({ ctx, input }) => {
    const { product } = await ctx.client(CatalogService).getProduct(input)
    if (!product) throw new Refusal('not_found', 'PRODUCT_NOT_FOUND', 'There is no such product.')
    const levels = await stockLevels(
      ctx,
      product.variants.map(({ sku }) => sku),
    )
    return { product: toProduct(product, ctx.currency, levels), origin: ctx.publicOrigin }
  })

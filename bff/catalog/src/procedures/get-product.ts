import { CatalogService, ProductChangedSchema } from '@mallhive/contracts/catalog'
import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { msg } from '../messages.ts'
import { stockLevels } from '../stock-levels.ts'
import { toProduct } from '../views/product-view.ts'

/** Returns a product for its page. A former slug returns the product too: compare `product.slug`. */
export const getProduct = procedure
  .meta({ publicFor: 10 })
  .input(z.object({ slug: z.string().min(1).max(200) }))
  .query(async ({ ctx, input }) => {
    const { product } = await ctx.client(CatalogService).getProduct({ ...input, locale: ctx.lang })
    if (!product) throw new Refusal('not_found', 'PRODUCT_NOT_FOUND', msg('product.unknown'))
    const skus = product.variants.map(({ sku }) => sku)
    ctx.forgetOn(ProductChangedSchema, [product.id])
    ctx.forgetOn(StockChangedSchema, skus)
    const levels = await stockLevels(ctx, skus)
    return { product: toProduct(product, ctx, levels), origin: ctx.publicOrigin }
  })

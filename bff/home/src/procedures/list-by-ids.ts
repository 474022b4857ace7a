import { CatalogService } from '@mallhive/contracts/catalog'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { tileOfProduct } from '../tiles/product-tile.ts'

/** Returns tiles in the order of the ids, without products that no longer exist. */
export const listByIds = procedure
  .input(z.object({ ids: z.array(z.guid()).max(12) }))
  .query(async ({ ctx, input }) => {
    if (input.ids.length === 0) return []
    const { products } = await ctx.client(CatalogService).getProducts({ ids: input.ids, locale: ctx.lang })
    const byId = new Map(products.map((product) => [product.id, product]))
    return input.ids.flatMap((id) => {
      const product = byId.get(id)
      return (product && tileOfProduct(product, ctx)) ?? []
    })
  })

import { CatalogService, type ProductCard, ProductChangedSchema } from '@mallhive/contracts/catalog'
import type { BffContext } from '@mallhive/mfe-kit/bff'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { tileOfCard } from '../tiles/product-tile.ts'

/** Returns products related to the given ones; the featured products when none are given. */
export const listRecommendations = procedure
  .meta({ publicFor: 30 })
  .input(
    z.object({
      productIds: z.array(z.guid()).max(20).default([]),
      skus: z.array(z.string().max(64)).max(20).default([]),
      limit: z.number().int().min(1).max(12).default(6),
    }),
  )
  .query(async ({ ctx, input: { productIds, skus, limit } }) => {
    const catalog = ctx.client(CatalogService)
    const bySku = skus.length > 0 ? (await catalog.getProducts({ skus })).products : []
    const ids = [...new Set([...productIds, ...bySku.map(({ id }) => id)])]
    const { currency, lang: locale } = ctx
    if (ids.length > 0) {
      const { products } = await catalog.listRelated({ productIds: ids, currency, limit, locale })
      if (products.length > 0) return tilesOf(ctx, products)
    }
    const { products } = await catalog.listFeatured({ currency, limit: limit + ids.length, locale })
    return tilesOf(ctx, products.filter(({ id }) => !ids.includes(id)).slice(0, limit))
  })

function tilesOf(ctx: Pick<BffContext, 'forgetOn' | 'lang'>, products: ProductCard[]) {
  ctx.forgetOn(
    ProductChangedSchema,
    products.map(({ id }) => id),
  )
  return products.map((card) => tileOfCard(card, ctx.lang))
}

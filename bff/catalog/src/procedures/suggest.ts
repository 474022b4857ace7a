import { CatalogService } from '@mallhive/contracts/catalog'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { toImage, toTile } from '../views/tile-view.ts'

/** Returns products and categories that match a partly typed query. */
export const suggest = procedure
  .input(z.object({ query: z.string().trim().max(100) }))
  .query(async ({ ctx, input }) => {
    if (input.query.length < 2) return { products: [], categories: [] }
    const found = await ctx
      .client(CatalogService)
      .suggest({ query: input.query, currency: ctx.currency, limit: 6, locale: ctx.lang })
    return {
      products: found.products.map((card) => toTile(card, ctx.lang)),
      categories: found.categories.map(({ slug, name, locale, tintHue, image }) => ({
        slug,
        name,
        lang: foreignLang(locale, ctx.lang),
        hue: tintHue,
        image: toImage(image),
      })),
    }
  })

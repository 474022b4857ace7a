import { CatalogService } from '@mallhive/contracts/catalog'
import { z } from 'zod'
import { procedure } from '../bff.ts'

/** Returns the paths of one part of the catalogue's sitemap. */
export const listSitemapPaths = procedure
  .meta({ cost: 50 })
  .input(z.union([z.literal('categories'), z.uuid()]))
  .query(async ({ ctx, input }) => {
    const catalog = ctx.client(CatalogService)
    if (input === 'categories') {
      const { categories } = await catalog.listCategories({})
      return categories.map(({ slug }) => `/c/${slug}`)
    }
    const { slugs } = await catalog.listSlugs({ firstProductId: input })
    return slugs.map((slug) => `/p/${slug}`)
  })

import { CatalogService } from '@mallhive/contracts/catalog'
import { procedure } from '../bff.ts'

/** Returns the parts of the catalogue's sitemap: the categories, and the first product id of each part. */
export const listSitemapParts = procedure.meta({ cost: 20 }).query(async ({ ctx }) => {
  const { firstProductIds } = await ctx.client(CatalogService).listSlugParts({})
  return ['categories', ...firstProductIds]
})

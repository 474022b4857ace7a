import { CatalogService } from '@mallhive/contracts/catalog'
import { procedure } from '../bff.ts'

/** The parts of the catalogue's sitemap: the categories, and products by the id at which a part begins. */
export const listSitemapParts = procedure.meta({ cost: 20 }).query(async ({ ctx }) => {
  const { firstProductIds } = await ctx.client(CatalogService).listSlugParts({})
  return ['categories', ...firstProductIds]
})

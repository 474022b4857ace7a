import { CatalogService } from '@mallhive/contracts/catalog'
import { procedure } from '../bff.ts'

export type NavigationItem = {
  slug: string
  name: string
  hue: number
  children: { slug: string; name: string }[]
}

/** Returns the top-level categories for the header. */
export const getNavigation = procedure
  .meta({ publicFor: 60 })
  .query(async ({ ctx }): Promise<NavigationItem[]> => {
    const { categories } = await ctx.client(CatalogService).listCategories({})
    return categories
      .filter(({ parentId }) => parentId === '')
      .map(({ id, slug, name, tintHue }) => ({
        slug,
        name,
        hue: tintHue,
        children: categories
          .filter(({ parentId }) => parentId === id)
          .map((child) => ({ slug: child.slug, name: child.name })),
      }))
  })

import { CatalogService } from '@mallhive/contracts/catalog'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { procedure } from '../bff.ts'

export type NavigationItem = {
  slug: string
  name: string
  /** The language of the name, where it is not the page's. */
  lang?: string
  hue: number
  children: { slug: string; name: string }[]
}

/** Returns the top-level categories for the header. */
export const getNavigation = procedure
  .meta({ publicFor: 60 })
  .query(async ({ ctx }): Promise<NavigationItem[]> => {
    const { categories } = await ctx.client(CatalogService).listCategories({ locale: ctx.lang })
    return categories
      .filter(({ parentId }) => parentId === '')
      .map(({ id, slug, name, locale, tintHue }) => ({
        slug,
        name,
        lang: foreignLang(locale, ctx.lang),
        hue: tintHue,
        children: categories
          .filter(({ parentId }) => parentId === id)
          .map((child) => ({ slug: child.slug, name: child.name })),
      }))
  })

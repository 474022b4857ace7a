import { SearchService } from '@mallhive/contracts/search'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { searchDeadline } from '../search-products.ts'
import { type ImageView, type TileView, toImage, toTile } from '../views/tile-view.ts'

export type SuggestionsView = {
  /** What they are for. */
  query: string
  products: TileView[]
  /** `lang`: the language of the name, where it is not the page's. */
  categories: { slug: string; name: string; lang?: string; hue: number; image?: ImageView }[]
  shops: { slug: string; name: string }[]
  /** The query with its last word completed. */
  completions: string[]
}

const nothing = { products: [], categories: [], shops: [], completions: [] }

/** Returns products, categories, shops and whole queries that a partly typed query can become. */
export const suggest = procedure
  .input(z.object({ query: z.string().trim().max(100) }))
  .query(async ({ ctx, input }): Promise<SuggestionsView> => {
    const { query } = input
    if (query.length < 2) return { query, ...nothing }
    const request = { query, currency: ctx.currency, limit: 6, locale: ctx.lang }
    const found = await ctx.client(SearchService).suggest(request, searchDeadline)
    return {
      query,
      products: found.products.map((card) => toTile(card, ctx.lang)),
      categories: found.categories.map(({ slug, name, locale, tintHue, image }) => ({
        slug,
        name,
        lang: foreignLang(locale, ctx.lang),
        hue: tintHue,
        image: toImage(image),
      })),
      shops: found.shops.map(({ slug, name }) => ({ slug, name })),
      completions: found.completions,
    }
  })

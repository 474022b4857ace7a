import { CatalogService, ProductChangedSchema, ProductSort } from '@mallhive/contracts/catalog'
import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { searchProducts } from '../search-products.ts'
import { stockLevels } from '../stock-levels.ts'
import { toCategory } from '../views/category-view.ts'
import { readPriceBounds } from '../price-bounds.ts'
import { toList } from '../views/list-view.ts'

const sorts = {
  relevance: ProductSort.RELEVANCE,
  newest: ProductSort.NEWEST,
  'price-asc': ProductSort.PRICE_ASC,
  'price-desc': ProductSort.PRICE_DESC,
  rating: ProductSort.RATING,
}

const input = z.object({
  category: z.string().max(100).optional(),
  query: z.string().max(200).optional(),
  /** Searches for the words of the query as typed. */
  verbatim: z.boolean().optional(),
  filters: z.record(z.string().max(40), z.array(z.string().max(80)).max(20)).default({}),
  /** Inclusive price bounds as the shopper typed them. */
  min: z.string().max(40).optional(),
  max: z.string().max(40).optional(),
  sort: z.enum(['relevance', 'newest', 'price-asc', 'price-desc', 'rating']).default('relevance'),
  cursor: z.string().max(500).optional(),
})

const pageSize = 24

/** Returns a page of a category or a shop from the catalogue, or of a query from search, with its facets. */
export const listProducts = procedure
  .meta({ publicFor: 10 })
  .input(input)
  .query(async ({ ctx, input: wanted }) => {
    const { query, verbatim } = wanted
    const catalog = ctx.client(CatalogService)
    const { bounds, errors } = readPriceBounds(wanted, ctx.currency)
    const request = {
      categorySlug: wanted.category,
      filters: Object.entries(wanted.filters).map(([name, values]) => ({ name, values })),
      minPriceMinor: bounds.min,
      maxPriceMinor: bounds.max,
      sort: sorts[wanted.sort],
      currency: ctx.currency,
      pageSize,
      cursor: wanted.cursor,
      locale: ctx.lang,
    }
    const [list, categories] = await Promise.all([
      query ? searchProducts(ctx, { ...request, query, verbatim }) : catalog.listProducts(request),
      wanted.category ? catalog.listCategories({ locale: ctx.lang }) : undefined,
    ])
    const skus = list.products.flatMap((product) => product.skus)
    ctx.forgetOn(
      ProductChangedSchema,
      list.products.map(({ id }) => id),
    )
    ctx.forgetOn(StockChangedSchema, skus)
    const levels = await stockLevels(ctx, skus)
    return {
      list: toList(list, { bounds, errors, pageLang: ctx.lang, levels }),
      category: wanted.category
        ? toCategory(wanted.category, categories?.categories ?? [], ctx.lang)
        : undefined,
      origin: ctx.publicOrigin,
    }
  })

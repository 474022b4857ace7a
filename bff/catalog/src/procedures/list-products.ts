import { CatalogService, type Facet, ProductChangedSchema } from '@mallhive/contracts/catalog'
import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { isRefusal } from '@mallhive/mfe-kit/bff/refusal'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { currentCards } from '../current-cards.ts'
import { pageSize, readPage } from '../list-place.ts'
import { ofKnownValues } from '../of-known-values.ts'
import { searchProducts } from '../search-products.ts'
import { sortNames, sorts, withoutSales } from '../sorts.ts'
import { stockLevels } from '../stock-levels.ts'
import { type CategoryView, toCategory } from '../views/category-view.ts'
import { readPriceBounds } from '../price-bounds.ts'
import { toList } from '../views/list-view.ts'
import { waysOn } from '../ways-on.ts'

const input = z.object({
  category: z.string().max(100).optional(),
  query: z.string().max(200).optional(),
  /** Searches for the words of the query as typed. */
  verbatim: z.boolean().optional(),
  filters: z.record(z.string().max(40), z.array(z.string().max(80)).max(20)).default({}),
  /** Inclusive price bounds as the shopper typed them. */
  min: z.string().max(40).optional(),
  max: z.string().max(40).optional(),
  /** Best selling is by relevance where nothing was sold, or search does not answer. */
  sort: z.enum(sortNames).default('relevance'),
  /** A place in the list. `page` alone reads the page of that number. */
  cursor: z.string().max(500).optional(),
  page: z.int().min(1).max(99_999).optional(),
})

/** Facets that the catalogue does not have. */
const ofSearchOnly = new Set(['category', 'stock', 'offer', 'rating'])

/**
 * Returns a page of a category, a shop or a query with its facets, from the search index. While search does not answer, lists
 * without a query come from the catalogue, whose facets are fewer.
 */
export const listProducts = procedure
  .meta({ publicFor: 10 })
  .input(input)
  .query(async ({ ctx, input: wanted }) => {
    const { query, verbatim } = wanted
    const catalog = ctx.client(CatalogService)
    const { bounds, errors } = readPriceBounds(wanted, ctx.currency)
    const request = {
      categorySlug: wanted.category,
      minPriceMinor: bounds.min,
      maxPriceMinor: bounds.max,
      sort: sorts[wanted.sort],
      currency: ctx.currency,
      pageSize,
      locale: ctx.lang,
    }
    const searched = async () => {
      const found = await ofKnownValues(wanted.filters, (filters) =>
        readPage(wanted, (at) => searchProducts(ctx, { ...request, filters, query, verbatim, ...at })),
      )
      // A release before does not say its order.
      const sort = found.sort || withoutSales(request.sort)
      return {
        ...found,
        sort,
        products: await currentCards(ctx, found.products, { isQuery: Boolean(query) }),
      }
    }
    const fromCatalogue = async (error: unknown) => {
      if (query) throw error
      if (!isRefusal(error)) ctx.log.warn({ err: error }, 'search failed, list shown by the catalogue')
      const sort = withoutSales(request.sort)
      const found = await ofKnownValues(wanted.filters, (filters) =>
        readPage(wanted, (at) => catalog.listProducts({ ...request, filters, sort, ...at })),
      )
      return {
        ...found,
        sort,
        unapplied: Object.keys(wanted.filters).filter((name) => ofSearchOnly.has(name)),
      }
    }
    const [list, categories] = await Promise.all([
      searched().catch(fromCatalogue),
      wanted.category ? catalog.listCategories({ locale: ctx.lang }) : undefined,
    ])
    const isPriced = bounds.min !== undefined || bounds.max !== undefined
    const chosen = chosenIn(list.facets)
    const ways =
      query && list.total === 0
        ? await waysOn({ query, facets: chosen.map(({ name }) => name), isPriced }, ctx.lang, (change) =>
            searchProducts(ctx, {
              ...request,
              filters: chosen.filter(({ name }) => name !== change.withoutFacet),
              query: change.query ?? query,
              verbatim,
              pageSize: 1,
              ...(change.withoutPrice && { minPriceMinor: undefined, maxPriceMinor: undefined }),
            }),
          )
        : []
    const skus = list.products.flatMap((product) => product.skus)
    ctx.forgetOn(
      ProductChangedSchema,
      list.products.map(({ id }) => id),
    )
    ctx.forgetOn(StockChangedSchema, skus)
    const levels = await stockLevels(ctx, skus)
    const category = wanted.category
      ? toCategory(wanted.category, categories?.categories ?? [], ctx.lang)
      : undefined
    const facets = category ? list.facets.map((facet) => within(category, facet)) : list.facets
    return {
      list: toList({ ...list, facets, ways }, { bounds, errors, pageLang: ctx.lang, levels }),
      category,
      origin: ctx.publicOrigin,
    }
  })

const chosenIn = (facets: Facet[]): { name: string; values: string[] }[] =>
  facets.flatMap(({ name, values }) => {
    const chosen = values.filter(({ selected }) => selected).map(({ value }) => value)
    return chosen.length > 0 ? [{ name, values: chosen }] : []
  })

/** On the page of a category, only those below it can be chosen; others that an address names can be taken back. */
function within({ children }: CategoryView, facet: Facet): Facet {
  if (facet.name !== 'category') return facet
  const slugs = new Set(children.map(({ slug }) => slug))
  return { ...facet, values: facet.values.filter(({ value, selected }) => selected || slugs.has(value)) }
}

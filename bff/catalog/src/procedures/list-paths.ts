import { CatalogService } from '@mallhive/contracts/catalog'
import { procedure } from '../bff.ts'

/** Every path of the catalogue that a search engine should know. */
export const listPaths = procedure.query(async ({ ctx }) => {
  const catalog = ctx.client(CatalogService)
  const { categories } = await catalog.listCategories({})
  const paths = categories.map(({ slug }) => `/c/${slug}`)
  let cursor = ''
  do {
    const page = await catalog.listProducts({ pageSize: 100, cursor })
    paths.push(...page.products.map(({ slug }) => `/p/${slug}`))
    cursor = page.nextCursor
    // The sitemap protocol ends a file at 50,000 addresses.
  } while (cursor && paths.length < 50_000)
  return paths
})

import { router } from './bff.ts'
import { getNavigation } from './procedures/get-navigation.ts'
import { getProduct } from './procedures/get-product.ts'
import { listProducts } from './procedures/list-products.ts'
import { listSitemapParts } from './procedures/list-sitemap-parts.ts'
import { listSitemapPaths } from './procedures/list-sitemap-paths.ts'
import { logOutcome } from './procedures/log-outcome.ts'
import { logSearch } from './procedures/log-search.ts'
import { suggest } from './procedures/suggest.ts'

export const appRouter = router({
  getNavigation,
  getProduct,
  listProducts,
  listSitemapParts,
  listSitemapPaths,
  logOutcome,
  logSearch,
  suggest,
})

export type { NavigationItem } from './procedures/get-navigation.ts'
export type { SuggestionsView } from './procedures/suggest.ts'
export type { Step } from './list-place.ts'
export type { FacetValueView, FacetView, ListView } from './views/list-view.ts'
export type { WayOn } from './ways-on.ts'
export type { Mark } from './views/match-view.ts'
export type { ImageView, TileView } from './views/tile-view.ts'
export type { UnderstoodFilter, UnderstoodView } from './views/understood-view.ts'
export type { ProductView, VariantView } from './views/product-view.ts'
export type { CategoryView } from './views/category-view.ts'
export type CatalogRouter = typeof appRouter

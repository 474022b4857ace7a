import { router } from './bff.ts'
import { getFront } from './procedures/get-front.ts'
import { listByIds } from './procedures/list-by-ids.ts'
import { listRecommendations } from './procedures/list-recommendations.ts'

export const appRouter = router({ getFront, listByIds, listRecommendations })

export type { CategoryTile } from './tiles/category-tile.ts'
export type { ProductTile } from './tiles/product-tile.ts'
export type { ShopTile } from './tiles/shop-tile.ts'
export type HomeRouter = typeof appRouter

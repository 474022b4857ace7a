import { CatalogService, ProductChangedSchema } from '@mallhive/contracts/catalog'
import { procedure } from '../bff.ts'
import { toCategoryTiles } from '../tiles/category-tile.ts'
import { tileOfCard } from '../tiles/product-tile.ts'
import { toShopTiles } from '../tiles/shop-tile.ts'

const featuredCount = 24

/** Returns the front page in one call. A part whose service fails is undefined, and the page shows the rest. */
export const getFront = procedure.meta({ publicFor: 30 }).query(async ({ ctx }) => {
  const { currency, lang } = ctx
  const catalog = ctx.client(CatalogService)
  const [categories, featured, sellers] = await Promise.allSettled([
    catalog.listCategories({ locale: lang }),
    catalog.listFeatured({ currency, limit: featuredCount, locale: lang }),
    catalog.listSellers({}),
  ])
  for (const part of [categories, featured, sellers]) {
    if (part.status === 'rejected')
      ctx.log.warn({ err: part.reason }, 'a call failed, front page shown without its part')
  }
  const products =
    featured.status === 'fulfilled'
      ? featured.value.products.map((card) => tileOfCard(card, lang))
      : undefined
  ctx.forgetOn(ProductChangedSchema, products?.map(({ id }) => id) ?? [])
  return {
    /** Absolute address of the mall, for structured data. */
    origin: ctx.publicOrigin,
    categories:
      categories.status === 'fulfilled' ? toCategoryTiles(categories.value.categories, lang) : undefined,
    featured: products,
    shops:
      sellers.status === 'fulfilled' ? toShopTiles(sellers.value.sellers, products ?? [], lang) : undefined,
  }
})

import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { CatalogService } from '@mallhive/contracts/catalog'
import type { Deps } from './deps.ts'
import { exportProducts } from './rpc/export-products.ts'
import { getProduct } from './rpc/get-product.ts'
import { getProducts } from './rpc/get-products.ts'
import { getShopProduct } from './rpc/get-shop-product.ts'
import { listAttributes } from './rpc/list-attributes.ts'
import { listCards } from './rpc/list-cards.ts'
import { listCategories } from './rpc/list-categories.ts'
import { listFeatured } from './rpc/list-featured.ts'
import { listProducts } from './rpc/list-products.ts'
import { listRelated } from './rpc/list-related.ts'
import { listSellers } from './rpc/list-sellers.ts'
import { listSlugParts } from './rpc/list-slug-parts.ts'
import { listSlugs } from './rpc/list-slugs.ts'
import { saveProduct } from './rpc/save-product.ts'
import { suggest } from './rpc/suggest.ts'

export const routes = (deps: Deps) => (router: ConnectRouter) => {
  router.service(CatalogService, {
    listCategories: listCategories(deps),
    listProducts: listProducts(deps),
    listCards: listCards(deps),
    suggest: suggest(deps),
    getProduct: getProduct(deps),
    getProducts: getProducts(deps),
    listRelated: listRelated(deps),
    listFeatured: listFeatured(deps),
    listSellers: listSellers(deps),
    listSlugParts: listSlugParts(deps),
    listSlugs: listSlugs(deps),
    listAttributes: listAttributes(deps),
    exportProducts: exportProducts(deps),
    getShopProduct: getShopProduct(deps),
    saveProduct: saveProduct(deps),
  } satisfies ServiceImpl<typeof CatalogService>)
}

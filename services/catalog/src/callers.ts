import { CatalogService } from '@mallhive/contracts/catalog'
import { accepts } from '@mallhive/service-kit/callers'

export const callers = [
  accepts(CatalogService, {
    listCategories: ['anyone'],
    listProducts: ['anyone'],
    listCards: ['anyone'],
    suggest: ['anyone'],
    getProduct: ['anyone'],
    getProducts: ['anyone'],
    listRelated: ['anyone'],
    listFeatured: ['anyone'],
    listSellers: ['anyone'],
    listSlugs: ['anyone'],
    listSlugParts: ['anyone'],
    listAttributes: ['anyone'],
    exportProducts: ['part:search'],
    getShopProduct: ['member:owner', 'member:manager', 'member:packer', 'member:accountant', 'role:admin'],
    saveProduct: ['member:owner', 'member:manager', 'role:admin'],
  }),
]

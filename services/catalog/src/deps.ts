import type { Db } from '@mallhive/service-kit/db'
import type { Facets } from './listing/facet-names.ts'
import type { Remembered } from './product/product-cache.ts'

export type Deps = { db: Db; facets: Facets; products: Remembered }

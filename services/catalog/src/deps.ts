import type { Db } from '@mallhive/service-kit/db'
import type { Remembered } from './product/product-cache.ts'

export type Deps = { db: Db; products: Remembered }

import type { Db } from '@mallhive/service-kit/db'
import type { Remembered } from './product/remembered.ts'

export type Deps = { db: Db; products: Remembered }

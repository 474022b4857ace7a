import type { Db } from '@mallhive/service-kit/db'

export type Deps = { db: Db }

import { type Db, openDb } from '@mallhive/service-kit/db'
import type { Host } from '@mallhive/service-kit/service'
import type { Config } from './config.ts'
import { type Facets, openFacets } from './listing/facet-names.ts'
import { type Remembered, remembered } from './product/product-cache.ts'
import * as schema from './schema.ts'

export interface Deps {
  db: Db<typeof schema>
  facets: Facets
  products: Remembered
  log: Host['log']
}

export function openDeps(host: Host, config: Config): Deps {
  const db = host.use(openDb(config.DATABASE_URL, { schema, plans: 'auto' }))
  return { db, facets: openFacets(db), products: remembered(), log: host.log }
}

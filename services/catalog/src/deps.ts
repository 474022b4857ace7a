import type { Product } from '@mallhive/contracts/catalog'
import { type Db, openDb } from '@mallhive/service-kit/db'
import type { Host } from '@mallhive/service-kit/service'
import type { Config } from './config.ts'
import { type Facets, openFacets } from './listing/facet-names.ts'
import type { Summary } from './listing/facets.ts'
import { type Remembered, remembered } from './remembered.ts'
import * as schema from './schema.ts'

export interface Deps {
  db: Db<typeof schema>
  facets: Facets
  /** By language and slug. */
  products: Remembered<Product | undefined>
  /** Facet counts and price bounds of lists without a search, by scope, filters and language. */
  summaries: Remembered<Summary>
  log: Host['log']
}

export function openDeps(host: Host, config: Config): Deps {
  const db = host.use(openDb(config.DATABASE_URL, { schema, plans: 'auto' }))
  return {
    db,
    facets: openFacets(db),
    products: remembered({ most: 1000, longestMs: 60_000 }),
    summaries: remembered({ most: 200, longestMs: 10_000 }),
    log: host.log,
  }
}

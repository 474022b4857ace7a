import type { Client } from '@connectrpc/connect'
import { CatalogService } from '@mallhive/contracts/catalog'
import { InventoryService } from '@mallhive/contracts/inventory'
import { isDatabaseDown } from '@mallhive/service-kit/database-down'
import { type Db, openDb } from '@mallhive/service-kit/db'
import type { Host } from '@mallhive/service-kit/service'
import { openCatalogue, type ReadCatalogue } from './catalogue/catalogue.ts'
import type { Config } from './config.ts'
import type { ProductIndex } from './index/port.ts'
import { type EngineName, openIndex } from './index/open-index.ts'
import { openUnderstanding, type Understanding } from './open-understanding.ts'
import { isMadeBy } from './rebuild/code-hash.ts'
import { openRebuilder, type Rebuilder } from './rebuild/rebuilder.ts'
import { domainError } from './reasons.ts'
import * as schema from './schema.ts'
import { openSales, type Sales } from './sales/sales.ts'
import { openStock, type Stock } from './stock/stock.ts'

export interface Deps {
  db: Db<typeof schema>
  catalog: Client<typeof CatalogService>
  catalogue: ReadCatalogue
  engine: EngineName
  index: ProductIndex
  stock: Stock
  sales: Sales
  /** Whether the index holds the catalogue. What was true is believed until an answer raises doubts, such as an empty one. */
  isFilled: (hasDoubts: boolean) => Promise<boolean>
  understanding: Understanding
  rebuilder: Rebuilder
  log: Host['log']
}

/** Less than the handler of an event may take, and more than a statement of a rebuild does. */
const statementMs = 30_000

export async function openDeps(host: Host, config: Config): Promise<Deps> {
  const { log } = host
  const db = host.use(openDb(config.DATABASE_URL, { schema, plans: 'auto', statementMs }))
  const catalog = host.client(CatalogService)
  const catalogue = openCatalogue(catalog)
  const engine = config.OPENSEARCH_URL === undefined ? 'postgres' : 'opensearch'
  const index = await openIndex(host, db, config)
  const stock = openStock(db, host.client(InventoryService))
  const sales = openSales(db)
  const understanding = openUnderstanding({ index, log })
  const rebuilder = host.use(
    openRebuilder({
      db,
      catalog,
      catalogue,
      stock,
      sales,
      engine,
      index,
      log,
      onRebuilt: () => understanding.renew(),
    }),
  )
  const isMade = untilDoubted(async () => {
    const last = await rebuilder.lastGood().catch((error: unknown) => {
      throw isDatabaseDown(error)
        ? domainError('UNAVAILABLE', 'the database of the rebuilds does not answer')
        : error
    })
    return isMadeBy(engine, last?.madeBy ?? '')
  })
  // Only the engine can lose what was made.
  const isFilled = untilDoubted(async () => (await isMade(false)) && index.isFilled())
  return { db, catalog, catalogue, engine, index, stock, sales, isFilled, understanding, rebuilder, log }
}

function untilDoubted(ask: () => Promise<boolean>): (hasDoubts: boolean) => Promise<boolean> {
  let known = false
  return async (hasDoubts) => (known = (known && !hasDoubts) || (await ask()))
}

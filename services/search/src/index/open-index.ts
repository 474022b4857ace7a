import { isDatabaseDown, isStatementTooSlow } from '@mallhive/service-kit/database-down'
import { type Db, openDb } from '@mallhive/service-kit/db'
import type { Host } from '@mallhive/service-kit/service'
import type { Config } from '../config.ts'
import { analyzers } from '../lexicon/analyzers.ts'
import * as schema from '../schema.ts'
import type { ProductIndex } from './port.ts'
import { openPostgresIndex } from './postgres/open-index.ts'
import { refuseWhileDown } from './refuse-while-down.ts'

export type EngineName = 'postgres' | 'opensearch'

/** A page waits a little longer for its search. */
const statementMs = 1_200

/** Opens the index in OpenSearch, else in the database, whose connections for searches are others than those for writes. */
export async function openIndex(
  host: Pick<Host, 'use' | 'log'>,
  db: Db,
  { DATABASE_URL: database, OPENSEARCH_URL: opensearch }: Pick<Config, 'DATABASE_URL' | 'OPENSEARCH_URL'>,
): Promise<ProductIndex> {
  if (opensearch === undefined) {
    const reads = host.use(openDb(database, { schema, plans: 'auto', statementMs }))
    const faults = { isDown: isDatabaseDown, isTooSlow: isStatementTooSlow }
    return refuseWhileDown(openPostgresIndex(db, analyzers, reads), faults, host.log)
  }
  // Loaded only where it is used: it takes memory.
  const { openClient, openOpensearchIndex } = await import('./opensearch/open-index.ts')
  const { isEngineDown } = await import('./opensearch/is-down.ts')
  const client = openClient(opensearch)
  host.use({ [Symbol.asyncDispose]: () => client.close() })
  return refuseWhileDown(
    openOpensearchIndex(client, 'products', analyzers),
    { isDown: isEngineDown },
    host.log,
  )
}

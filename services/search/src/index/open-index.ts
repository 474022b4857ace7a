import type { Db } from '@mallhive/service-kit/db'
import type { Host } from '@mallhive/service-kit/service'
import { analyzers } from '../lexicon/analyzers.ts'
import type { ProductIndex } from './port.ts'
import { openPostgresIndex } from './postgres/open-index.ts'

export type EngineName = 'postgres' | 'opensearch'

/** Opens the index in OpenSearch at `url`, else in the database. */
export async function openIndex(
  host: Pick<Host, 'use'>,
  db: Db,
  url: string | undefined,
): Promise<ProductIndex> {
  if (url === undefined) return openPostgresIndex(db, analyzers)
  // Loaded only where it is used: it takes memory.
  const { openClient, openOpensearchIndex } = await import('./opensearch/open-index.ts')
  const client = openClient(url)
  host.use({ [Symbol.asyncDispose]: () => client.close() })
  return openOpensearchIndex(client, 'products', analyzers)
}

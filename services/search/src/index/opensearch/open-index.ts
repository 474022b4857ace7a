import { Client, errors } from '@opensearch-project/opensearch'
import { createHash } from 'node:crypto'
import { type Analyzers, localesOf } from '../analyzer.ts'
import type { ProductIndex } from '../port.ts'
import { amend } from './amend.ts'
import { BoundedConnection } from './bounded-connection.ts'
import { openGenerations } from './generations.ts'
import { indexOf } from './mapping.ts'
import { openRarities } from './rarities.ts'
import { openRebuild } from './rebuild.ts'
import { searchIn } from './search.ts'
import { suggestIn } from './suggest.ts'
import { vocabularyIn } from './vocabulary.ts'
import { type Write, putOf, removalOf, writeToAll } from './write.ts'

/** @param name prefix of the names of the engine's indices. A changed mapping has indices of its own, which begin empty. */
export function openOpensearchIndex(client: Client, name: string, analyzers: Analyzers): ProductIndex {
  const body = indexOf(localesOf(analyzers))
  const version = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 8)
  const reads = client.child({ requestTimeout: readMs })
  const generations = openGenerations({ client, reads }, `${name}-${version}`, body)
  const rarities = openRarities(reads)

  /** Reads from the live generation, again when it was replaced meanwhile. */
  const read = async <T>(from: (generation: string) => Promise<T>): Promise<T> => {
    const generation = await generations.live()
    try {
      return await from(generation)
    } catch (error) {
      // Without an answer the engine is down or hangs, and is not asked again.
      if (!(error instanceof errors.ResponseError)) throw error
      if ((await generations.renewed()) === generation) throw error
      return read(from)
    }
  }

  const write = async (writes: Write[]) => {
    await writeToAll(client, generations, writes)
    rarities.forget()
  }

  return {
    put: (documents) => write(documents.map((document) => putOf(document, analyzers))),
    remove: (products) => write(products.map(removalOf)),
    amend: (products) => amend(client, generations, analyzers, products),
    search: (query) => read((index) => searchIn({ client: reads, analyzers, rarities }, index, query)),
    suggest: (request) => read((index) => suggestIn(reads, analyzers, index, request)),
    vocabulary: (locale) => read((index) => vocabularyIn(client, analyzers, index, locale)),
    rebuild: () => openRebuild(client, generations, analyzers),
    isFilled: () => generations.isBuilt(),
    settled: () => read(async (index) => void (await client.indices.refresh({ index }))),
  }
}

/** A page waits a little longer for its search. */
const readMs = 1_200

/** Opens a client of the node at `url`, which holds user and password. It waits for an answer for 20 s. */
export const openClient = (url: string): Client =>
  new Client({ node: url, requestTimeout: 20_000, maxRetries: 0, Connection: BoundedConnection })

import { setImmediate } from 'node:timers/promises'
import type { Client } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import type { ReadCatalogue } from '../catalogue/catalogue.ts'
import { toDocument } from '../catalogue/to-document.ts'
import type { ProductIndex } from '../index/port.ts'

const partSize = 250

export interface RebuildDeps {
  catalog: Pick<Client<typeof CatalogService>, 'exportProducts'>
  catalogue: ReadCatalogue
  index: Pick<ProductIndex, 'rebuild'>
}

/** Receives the number of products that are written, and of all. */
export type Progress = (done: number, total: number) => unknown

/**
 * Fills a new generation of the index with every product of the catalogue, in parts, and makes it the live one. Searches go on
 * in the one before it; events that arrive meanwhile reach both.
 */
export async function rebuildIndex(
  { catalog, catalogue, index }: RebuildDeps,
  tell: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const known = await catalogue()
  const read = (afterId: string) => {
    const reading = catalog.exportProducts({ afterId, limit: partSize })
    // Awaited after the part before it is written: until then a failure has no handler.
    reading.catch(() => {})
    return reading
  }
  const generation = await index.rebuild()
  try {
    let done = 0
    for (let reading = read(''); ;) {
      // oxlint-disable-next-line no-await-in-loop -- in order
      const { products, total } = await reading
      const last = products.at(-1)
      const isLast = products.length < partSize || !last
      if (!isLast) reading = read(last.id)
      // oxlint-disable-next-line no-await-in-loop -- in order
      await generation.put(products.map((product) => toDocument(product, known)))
      tell((done += products.length), Math.max(done, total))
      signal?.throwIfAborted()
      if (isLast) break
      // oxlint-disable-next-line no-await-in-loop -- lets searches of this process in between
      await setImmediate()
    }
    await generation.finish()
  } catch (error) {
    await generation.abandon()
    throw error
  }
}

import { setImmediate } from 'node:timers/promises'
import type { Client } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import type { ReadCatalogue } from '../catalogue/catalogue.ts'
import type { ProductIndex } from '../index/port.ts'
import { putKnown } from '../put-known.ts'
import type { Sales } from '../sales/sales.ts'
import type { Stock } from '../stock/stock.ts'

const partSize = 250

export interface RebuildDeps {
  catalog: Pick<Client<typeof CatalogService>, 'exportProducts'>
  catalogue: ReadCatalogue
  stock: Stock
  sales: Sales
  index: Pick<ProductIndex, 'rebuild' | 'amend'>
}

/** Receives the number of products that are written, and of all. */
export type Progress = (done: number, total: number) => unknown

/**
 * Fills a new generation of the index with every product of the catalogue, in parts, and makes it the live one. Searches go on
 * in the one before it; events that arrive meanwhile reach both.
 */
export async function rebuildIndex(
  { catalog, catalogue, stock, sales, index }: RebuildDeps,
  tell: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const known = await catalogue()
  const generation = await index.rebuild()
  try {
    let done = 0
    const parts = partsOf(catalog)
    const work = async () => {
      for await (const { products, total } of parts) {
        await stock.learn(products.flatMap(({ variants }) => variants.map(({ sku }) => sku)))
        await putKnown({ stock, sales, index }, generation, products, known)
        tell((done += products.length), Math.max(done, total))
        signal?.throwIfAborted()
        // Lets searches of this process in between.
        await setImmediate()
      }
    }
    // The engine writes one part while the next one is analysed. The one that fails ends the parts of the other.
    const ends = await Promise.allSettled([work(), work()])
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    await generation.finish()
  } catch (error) {
    await generation.abandon()
    throw error
  }
}

/** Reads all products, each part while the one before it is written. */
async function* partsOf(catalog: RebuildDeps['catalog']) {
  const read = (afterId: string) => {
    const reading = catalog.exportProducts({ afterId, limit: partSize })
    // Until it is awaited, a failure has no handler.
    reading.catch(() => {})
    return reading
  }
  for (let next: ReturnType<typeof read> | undefined = read(''); next;) {
    const reading: ReturnType<typeof read> = next
    // oxlint-disable-next-line no-await-in-loop -- in order
    const part = await reading
    const last = part.products.at(-1)
    next = part.products.length === partSize && last ? read(last.id) : undefined
    yield part
  }
}

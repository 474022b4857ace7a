import { afterAll, beforeAll } from 'vitest'
import type { Analyzers } from '../analyzer.ts'
import type { ProductDocument } from '../document.ts'
import type { IndexQuery, ProductIndex } from '../port.ts'
import { list } from './shelf.ts'

/** Opens an empty index of an adapter. */
export type OpenIndex = (analyzers: Analyzers) => Promise<{ index: ProductIndex } & AsyncDisposable>

/** Opens an index with these documents for the tests of a block. */
export function withIndex(open: () => ReturnType<OpenIndex>, documents: ProductDocument[] = []) {
  const opened = {} as Awaited<ReturnType<OpenIndex>>
  beforeAll(async () => {
    Object.assign(opened, await open())
    await put(opened.index, documents)
  })
  afterAll(() => opened[Symbol.asyncDispose]())
  return {
    get index() {
      return opened.index
    },
    find: (more?: Partial<IndexQuery>) => opened.index.search(list(more)),
    titles: async (more?: Partial<IndexQuery>) =>
      (await opened.index.search(list(more))).hits.map(({ card }) => card.title),
  }
}

export async function put(index: ProductIndex, documents: ProductDocument[]): Promise<void> {
  await index.put(documents)
  await index.settled()
}

import { setImmediate } from 'node:timers/promises'
import { createClient, createRouterTransport } from '@connectrpc/connect'
import { CatalogService } from '@mallhive/contracts/catalog'
import { expect, test } from 'vitest'
import { openCatalogue } from '../catalogue/catalogue.ts'
import { fakeCatalogue, testProduct } from '../test-catalogue.ts'
import type { Sales } from '../sales/sales.ts'
import type { Stock } from '../stock/stock.ts'
import { rebuildIndex } from './rebuild-index.ts'

/** Rebuilds an index of 620 products, three parts, which writes each part by `put`. */
async function rebuild(put: (part: number) => Promise<void>) {
  const { rpcs } = fakeCatalogue(Array.from({ length: 620 }, (_, n) => testProduct(n)))
  const catalog = createClient(
    CatalogService,
    createRouterTransport((router) => void router.service(CatalogService, rpcs)),
  )
  const stock: Stock = {
    assort: async () => {},
    take: async () => {},
    learn: async () => {},
    productsOf: async () => [],
    inStock: async () => new Set(),
  }
  const sales: Sales = {
    count: async () => {},
    soldOf: async () => new Map(),
    past: async () => ({ day: '', ids: [] }),
    forget: async () => {},
  }
  const written: number[] = []
  const ends: string[] = []
  const told: [done: number, total: number][] = []
  let begun = 0
  const index = {
    rebuild: async () => ({
      put: async (documents: unknown[]) => {
        await put(begun++)
        written.push(documents.length)
      },
      finish: async () => void ends.push('finished'),
      abandon: async () => void ends.push(`abandoned after ${written.length}`),
    }),
    amend: async () => false,
  }
  const rebuilding = rebuildIndex(
    { catalog, catalogue: openCatalogue(catalog), stock, sales, index },
    (...progress) => told.push(progress),
  )
  const failure = await rebuilding.then(
    () => undefined,
    (error: unknown) => error,
  )
  return { written, ends, told, failure }
}

test('a part is written while the one before it is, and progress only grows', async () => {
  const second = Promise.withResolvers<void>()
  const { written, ends, told } = await rebuild(async (part) => {
    if (part === 0) await second.promise
    if (part === 2) second.resolve()
  })
  expect(written.toSorted((a, b) => a - b)).toEqual([120, 250, 250])
  expect(told.at(-1)).toEqual([620, 620])
  expect(told).toEqual(told.toSorted(([one], [other]) => one - other))
  expect(ends).toEqual(['finished'])
})

test('a part that fails abandons the rebuild when no other part is being written', async () => {
  const failed = Promise.withResolvers<void>()
  const { written, ends, failure } = await rebuild(async (part) => {
    if (part === 0) {
      await failed.promise
      await setImmediate()
    }
    if (part !== 1) return
    failed.resolve()
    throw new Error('the disk is full')
  })
  expect(failure).toMatchObject({ message: 'the disk is full' })
  expect(ends).toEqual([`abandoned after ${written.length}`])
  expect(written.length).toBeGreaterThan(0)
})

import { createClient, createRouterTransport } from '@connectrpc/connect'
import { CatalogService } from '@mallhive/contracts/catalog'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { fakeCatalogue } from '../test-catalogue.ts'
import { openCatalogue } from './catalogue.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** Opens a catalogue whose sellers are answered by `sellers`. */
function opened(sellers: () => Promise<{ slug: string }[]>) {
  const rpcs = { ...fakeCatalogue().rpcs, listSellers: async () => ({ sellers: await sellers() }) }
  const read = openCatalogue(
    createClient(
      CatalogService,
      createRouterTransport((router) => void router.service(CatalogService, rpcs)),
    ),
  )
  return async () => [...(await read()).shops.keys()]
}

test('while the catalogue hangs, what was read last is returned; its late answer counts', async () => {
  const late = Promise.withResolvers<{ slug: string }[]>()
  const answers = [Promise.resolve([{ slug: 'kiln' }]), late.promise]
  const shops = opened(() => answers.shift()!)
  await shops()
  vi.setSystemTime(Date.now() + 11_000)
  expect(await shops()).toEqual(['kiln'])
  late.resolve([{ slug: 'loom' }])
  await expect.poll(shops).toEqual(['loom'])
})

test('an answer in time is returned at once', async () => {
  const answers = [[{ slug: 'kiln' }], [{ slug: 'loom' }]]
  const shops = opened(async () => answers.shift()!)
  await shops()
  vi.setSystemTime(Date.now() + 11_000)
  expect(await shops()).toEqual(['loom'])
})

test('a catalogue that fails at first is asked again', async () => {
  const answers = [Promise.reject(new Error('the connection was lost')), Promise.resolve([{ slug: 'kiln' }])]
  const shops = opened(() => answers.shift()!)
  await expect(shops()).rejects.toThrow('internal')
  expect(await shops()).toEqual(['kiln'])
})

test('first readings that hang and then fail are an error of those who wait, and of no others', async () => {
  const unhandled = vi.fn<() => void>()
  process.on('unhandledRejection', unhandled)
  onTestFinished(() => void process.off('unhandledRejection', unhandled))
  const [first, second] = [Promise.withResolvers<never>(), Promise.withResolvers<never>()]
  const answers = [first.promise, second.promise, Promise.resolve([{ slug: 'kiln' }])]
  const shops = opened(() => answers.shift()!)
  const waiting = shops()
  vi.setSystemTime(Date.now() + 11_000)
  const later = shops()
  first.reject(new Error('the connection was lost'))
  second.reject(new Error('the connection was lost'))
  await expect(waiting).rejects.toThrow('internal')
  await expect(later).rejects.toThrow('internal')
  await new Promise(setImmediate)
  expect(unhandled).not.toHaveBeenCalled()
  expect(await shops()).toEqual(['kiln'])
})

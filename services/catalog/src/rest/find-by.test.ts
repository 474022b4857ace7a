import { create } from '@bufbuild/protobuf'
import { ListProductsResponseSchema } from '@mallhive/contracts/catalog'
import { SearchResponseSchema, SearchService } from '@mallhive/contracts/search'
import { logger } from '@mallhive/process-kit/telemetry'
import { accepts } from '@mallhive/service-kit/callers'
import { testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { domainError } from '../reasons.ts'
import { findBy } from './find-by.ts'

let answer: () => Promise<object>
let asked = 0
const platform = testPlatform()
await platform.start(
  'search',
  async (host) =>
    host.routes(
      (router) => {
        router.service(SearchService, {
          search: async () => {
            asked++
            return create(SearchResponseSchema, await answer())
          },
        })
      },
      [accepts(SearchService, ['anyone'])],
    ),
  testEnv(),
)
afterAll(() => platform[Symbol.asyncDispose]())

const log = logger('test')
log.level = 'fatal'

const own = create(ListProductsResponseSchema, { total: 7 })
const open = () =>
  findBy({ search: platform.client(SearchService), catalog: { listProducts: async () => own }, log })

beforeEach(() => {
  asked = 0
  vi.useRealTimers()
})

test('the search answers, without words that a product misses and without categories as a facet', async () => {
  answer = async () => ({
    total: 1,
    hits: [{ product: { slug: 'tall-jug' }, missing: ['blue'] }],
    facets: [{ name: 'category' }, { name: 'colour' }],
    nextCursor: 'n',
  })
  expect(await open()({ query: 'blue jug' })).toMatchObject({
    total: 1,
    products: [{ slug: 'tall-jug' }],
    facets: [{ name: 'colour' }],
    nextCursor: 'n',
  })
})

test('a refusal of the search is that of the list', async () => {
  answer = () => Promise.reject(domainError('BAD_CURSOR', 'no'))
  await expect(open()({ query: 'jug' })).rejects.toMatchObject({ reason: 'BAD_CURSOR' })
})

test.each([
  ['fails', () => Promise.reject(new Error('no engine'))],
  ['hangs', () => new Promise<object>(() => {})],
])(
  'a search that %s is answered by the catalogue, which does not ask again for a while',
  async (_, failing) => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: false })
    answer = failing
    const find = open()
    const found = find({ query: 'jug' })
    await vi.advanceTimersByTimeAsync(1_500)
    expect(await found).toBe(own)
    expect(await find({ query: 'jug' })).toBe(own)
    expect(asked).toBe(1)

    answer = async () => ({ total: 3 })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await find({ query: 'jug' })).toMatchObject({ total: 3 })
  },
)

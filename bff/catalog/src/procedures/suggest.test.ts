import { createClient, createRouterTransport, type Transport } from '@connectrpc/connect'
import { toMoney } from '@mallhive/contracts/money'
import { SearchService } from '@mallhive/contracts/search'
import { Refusal } from '@mallhive/mfe-kit/bff/refusal'
import { testBffContext } from '@mallhive/mfe-kit/bff/testing'
import { expect, test } from 'vitest'
import { appRouter } from '../router.ts'

/** Returns a caller over a search that notes what it is asked; it fails with `failure`. */
function open(failure?: Refusal) {
  const asked: string[] = []
  const services = createRouterTransport(({ service }) =>
    service(SearchService, {
      suggest: ({ query }) => {
        asked.push(query)
        return {
          products: [{ id: 'pot', title: 'Teapot', locale: 'en', price: { price: toMoney(4900, 'EUR') } }],
          categories: [{ slug: 'teaware', name: 'Teeservice', locale: 'de', tintHue: 55 }],
          shops: [{ slug: 'tea-room', name: 'Tea Room' }],
          completions: ['teapot'],
        }
      },
    }),
  )
  // As the host does: a refusal keeps its kind and reason.
  const refusing: Transport = { ...services, unary: () => Promise.reject(failure) }
  const transport = failure ? refusing : services
  const context = testBffContext({ lang: 'de', client: (service) => createClient(service, transport) })
  return { caller: appRouter.createCaller(context), asked }
}

test('suggestions are products, categories, shops and whole queries', async () => {
  const found = await open().caller.suggest({ query: ' tea ' })
  expect(found).toMatchObject({
    query: 'tea',
    products: [{ title: 'Teapot', lang: 'en', price: { minor: 4900, currency: 'EUR' } }],
    categories: [{ slug: 'teaware', lang: undefined, hue: 55 }],
    shops: [{ slug: 'tea-room', name: 'Tea Room' }],
    completions: ['teapot'],
  })
})

test('one letter asks for nothing', async () => {
  const { caller, asked } = open()
  expect((await caller.suggest({ query: ' t ' })).products).toEqual([])
  expect(asked).toEqual([])
})

test('suggestions are refused while search is down, so that no empty answer is remembered', async () => {
  const { caller } = open(new Refusal('unavailable', 'UNAVAILABLE', 'down'))
  await expect(caller.suggest({ query: 'tea' })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
})

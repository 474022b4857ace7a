import { createClient, createRouterTransport } from '@connectrpc/connect'
import { toMoney } from '@mallhive/contracts/money'
import { SearchService } from '@mallhive/contracts/search'
import { testBffContext } from '@mallhive/mfe-kit/bff/testing'
import { expect, test } from 'vitest'
import { appRouter } from '../router.ts'

function open() {
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
  const context = testBffContext({ lang: 'de', client: (service) => createClient(service, services) })
  return { caller: appRouter.createCaller(context), asked }
}

test('suggestions are products, categories, shops and whole queries', async () => {
  const found = await open().caller.suggest({ query: ' tea ' })
  expect(found).toMatchObject({
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

import { Code, ConnectError, createClient, createRouterTransport } from '@connectrpc/connect'
import { CatalogService } from '@mallhive/contracts/catalog'
import { InventoryService } from '@mallhive/contracts/inventory'
import { toMoney } from '@mallhive/contracts/money'
import { SearchService } from '@mallhive/contracts/search'
import { testBffContext } from '@mallhive/mfe-kit/bff/testing'
import { expect, test } from 'vitest'
import { appRouter } from '../router.ts'

const price = { price: toMoney(4900, 'EUR') }
const lamp = { id: 'lamp', title: 'Desk lamp', price, skus: ['LAMP'] }
const night = { id: 'night', title: 'Night light', price, skus: ['NIGHT'] }

/** Returns a caller over services that note the calls; search fails with `failure`. */
function open(failure?: ConnectError) {
  const calls: string[] = []
  const services = createRouterTransport(({ service }) => {
    service(CatalogService, {
      listProducts: ({ categorySlug }) => {
        calls.push(`catalog ${categorySlug}`)
        return { products: [lamp], total: 1 }
      },
      listCategories: () => ({ categories: [{ id: 'c', slug: 'lamps', name: 'Lamps' }] }),
    })
    service(SearchService, {
      search: ({ query, verbatim }, { timeoutMs }) => {
        calls.push(`search ${query}${verbatim ? ' verbatim' : ''}`)
        expect(timeoutMs()).toBeLessThanOrEqual(1500)
        if (failure) throw failure
        const hits = [
          { product: lamp, missing: [] },
          { product: night, missing: ['desk'] },
        ]
        return { hits, total: 2, notes: [{ note: { case: 'colour', value: 'blue' } }] }
      },
    })
    service(InventoryService, { getAvailability: () => ({}) })
  })
  const context = testBffContext({ client: (service) => createClient(service, services) })
  return { caller: appRouter.createCaller(context), calls }
}

test('a query is answered by search, with the words that a product does not have', async () => {
  const { caller, calls } = open()
  const { list } = await caller.listProducts({ query: 'desk lamp', verbatim: true })
  expect(list.products.map(({ id, missing }) => [id, missing])).toEqual([
    ['lamp', undefined],
    ['night', ['desk']],
  ])
  expect([list.total, list.understood?.preferred]).toEqual([2, ['blue']])
  expect(calls).toEqual(['search desk lamp verbatim'])
})

test('categories and shops do not depend on search', async () => {
  const { caller, calls } = open(new ConnectError('down', Code.Unavailable))
  const { list } = await caller.listProducts({ category: 'lamps' })
  expect(list.products).toMatchObject([{ id: 'lamp' }])
  expect(list.understood).toBeUndefined()
  await caller.listProducts({ filters: { seller: ['kiln'] } })
  expect(calls).toEqual(['catalog lamps', 'catalog '])
})

test('a query fails with search', async () => {
  const { caller } = open(new ConnectError('down', Code.Unavailable))
  await expect(caller.listProducts({ query: 'lamp' })).rejects.toThrow('down')
})

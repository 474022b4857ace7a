import { createClient, createRouterTransport } from '@connectrpc/connect'
import { CartService } from '@mallhive/contracts/cart'
import { InventoryService } from '@mallhive/contracts/inventory'
import type { BffActor } from '@mallhive/mfe-kit/bff'
import { testBffContext } from '@mallhive/mfe-kit/bff/testing'
import { expect, test } from 'vitest'
import { router } from '../bff.ts'
import { msg } from '../messages.ts'
import { addItem } from './add-item.ts'

const guest: BffActor = { kind: 'guest', id: 'g1', name: '', email: '', memberships: [], platformRoles: [] }

/** What is in stock. */
const stock: Record<string, number> = { MUG: 1, BOWL: 0 }

/** Adds a SKU for a visitor; returns the outcome and the calls that were made. */
async function add(sku: string, actor?: BffActor, quantity = 1) {
  const calls: string[] = []
  const services = createRouterTransport(({ service }) => {
    service(InventoryService, {
      getAvailability: ({ skus }) => {
        calls.push('getAvailability')
        return { levels: skus.flatMap((one) => (one in stock ? { sku: one, available: stock[one] } : [])) }
      },
    })
    service(CartService, {
      addItem: () => {
        calls.push('addItem')
        return { cart: { itemCount: 1 } }
      },
    })
  })
  const context = testBffContext({
    client: (service) => createClient(service, services),
    ...(actor && { actor }),
    startGuest: async () => {
      calls.push('startGuest')
      return guest
    },
  })
  const input = { sku, quantity, priceMinor: 100, currency: 'EUR', idempotencyKey: 'k' }
  const outcome = await router({ addItem })
    .createCaller(context)
    .addItem(input)
    .catch((error: Error) => error.message)
  return { outcome, calls }
}

test.each([
  ['an unknown SKU', 'NOTHING', 1, msg('refused.unknown-sku')],
  ['a sold out SKU', 'BOWL', 1, msg('refused.sold-out')],
  ['more than is left', 'MUG', 2, msg('refused.only-left', { count: 1 })],
])('%s starts no guest', async (_, sku, quantity, words) => {
  expect(await add(sku, undefined, quantity)).toEqual({ outcome: words, calls: ['getAvailability'] })
})

test('the first item of a visitor starts a guest', async () => {
  expect(await add('MUG')).toEqual({
    outcome: { itemCount: 1 },
    calls: ['getAvailability', 'startGuest', 'addItem'],
  })
})

test('a visitor with a session costs no further call', async () => {
  expect((await add('MUG', guest)).calls).toEqual(['addItem'])
})

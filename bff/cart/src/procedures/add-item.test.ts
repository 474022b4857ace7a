import { createClient, createRouterTransport } from '@connectrpc/connect'
import { CartService } from '@mallhive/contracts/cart'
import { InventoryService } from '@mallhive/contracts/inventory'
import type { BffActor, BffContext } from '@mallhive/mfe-kit/bff'
import { expect, test } from 'vitest'
import { router } from '../bff.ts'
import { addItem } from './add-item.ts'

const guest: BffActor = { kind: 'guest', id: 'g1', name: '', email: '', memberships: [], platformRoles: [] }

/** Adds one of a SKU for a visitor; returns the outcome and the calls that were made. */
async function add(sku: string, actor?: BffActor) {
  const calls: string[] = []
  const services = createRouterTransport(({ service }) => {
    service(InventoryService, {
      getAvailability: ({ skus }) => {
        calls.push('getAvailability')
        return { levels: skus.filter((one) => one === 'MUG').map((one) => ({ sku: one, available: 1 })) }
      },
    })
    service(CartService, {
      addItem: () => {
        calls.push('addItem')
        return { cart: { itemCount: 1 } }
      },
    })
  })
  const context: BffContext = {
    client: (service) => createClient(service, services),
    ...(actor && { actor }),
    sessionUnknown: false,
    startGuest: async () => {
      calls.push('startGuest')
      return guest
    },
    cookies: {},
    setCookie: () => {},
    locale: 'en-IE',
    currency: 'EUR',
    publicOrigin: 'http://mall.test',
    requestId: 'r',
    signal: new AbortController().signal,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    forgetOn: () => {},
  }
  const input = { sku, quantity: 1, priceMinor: 100, currency: 'EUR', idempotencyKey: 'k' }
  const outcome = await router({ addItem })
    .createCaller(context)
    .addItem(input)
    .catch((error: Error) => error.message)
  return { outcome, calls }
}

test('an unknown SKU starts no guest', async () => {
  const { outcome, calls } = await add('NOTHING')
  expect(outcome).toBe('This item is no longer available.')
  expect(calls).toEqual(['getAvailability'])
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

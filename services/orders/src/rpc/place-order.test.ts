import { minorOf } from '@mallhive/contracts/money'
import { CheckoutState } from '@mallhive/contracts/orders'
import { PaymentStatus } from '@mallhive/contracts/payments'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkouts } from '../schema.ts'
import { openWorld, type World } from '../testing.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

test('a placement captures the total of the lines that were placed, also when a second one reprices them', async () => {
  const checkout = await world.ready('challenged')
  const second = () => {
    world.around.prices.set('MUG-1', 2_400)
    return world.place(checkout)
  }
  const placed = await world
    .queued(checkout.id, [() => world.place(checkout), second])
    .finally(() => world.around.prices.set('MUG-1', 1_900))
  expect(placed.map(({ checkout: { state } = {} }) => state)).toEqual([
    CheckoutState.CHALLENGED,
    CheckoutState.CHALLENGED,
  ])
  world.around.money.set(checkout.id, PaymentStatus.AUTHORISED)
  const { checkout: resumed } = await world.orders.resumeCheckout({ checkoutId: checkout.id }, world.as)
  expect(resumed?.state).toBe(CheckoutState.DONE)
  expect(world.around.shares.get(checkout.id)).toEqual({ 'seller-a': minorOf(checkout.total) })
})

test.each([
  ['archived a moment ago', () => void world.around.archived.add('LAMP-1')],
  ['deleted or no longer sold in the currency', () => void world.around.prices.delete('LAMP-1')],
])('an order of a product that was %s is not placed, and charges nothing', async (_, change) => {
  const lines = ['MUG-1', 'LAMP-1'].map((sku) => ({ sku, quantity: 1 }))
  const checkout = await world.ready('good', lines)
  change()
  await expect(world.place(checkout)).rejects.toMatchObject({
    reason: 'UNAVAILABLE',
    details: { skus: 'LAMP-1' },
  })
  expect(world.around.money.has(checkout.id)).toBe(false)
  world.around.archived.clear()
  world.around.prices.set('LAMP-1', 8_900)
  expect((await world.place(checkout)).checkout?.state).toBe(CheckoutState.DONE)
})

test.each([
  ['shipping method', { shippingMethodId: 'drone' }, 'shipping'],
  ['country', { address: sql`address || '{"country": "AQ"}'` }, 'address'],
])('a placement whose %s is no longer served leads back to that step', async (_, stored, missing) => {
  const checkout = await world.ready()
  await world.deps.db.update(checkouts).set(stored).where(eq(checkouts.id, checkout.id))
  await expect(world.place(checkout)).rejects.toMatchObject({ reason: 'INCOMPLETE', details: { missing } })
})

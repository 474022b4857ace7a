import { minorOf } from '@mallhive/contracts/money'
import { CheckoutState } from '@mallhive/contracts/orders'
import { PaymentStatus } from '@mallhive/contracts/payments'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inMs } from '../machine/advance.ts'
import { checkouts } from '../schema.ts'
import { openWorld, type World } from '../testing.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

test('a placement captures the total of the lines that were placed, also when a second one reprices them', async () => {
  const checkout = await world.ready('challenged')
  const stale = { pricedAt: inMs(-90_000) }
  await world.deps.db.update(checkouts).set(stale).where(eq(checkouts.id, checkout.id))
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

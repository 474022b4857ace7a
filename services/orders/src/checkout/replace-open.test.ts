import { randomUUID } from 'node:crypto'
import type { CallOptions } from '@connectrpc/connect'
import { minorOf, toMoney } from '@mallhive/contracts/money'
import { CheckoutFailure, CheckoutState } from '@mallhive/contracts/orders'
import { PaymentStatus } from '@mallhive/contracts/payments'
import { actingAs } from '@mallhive/service-kit/auth'
import { testActor } from '@mallhive/service-kit/testing'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { checkouts } from '../schema.ts'
import { address, openWorld, type World } from '../testing.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const wanted = (quantity: number) => ({
  checkoutId: randomUUID(),
  currency: 'EUR',
  lines: [{ sku: 'MUG-1', quantity }],
  reuseOpen: true,
})
const start = async (quantity: number, as: CallOptions) =>
  (await world.orders.startCheckout(wanted(quantity), as)).checkout

/** Starts a checkout of the cart and completes its steps. */
async function ready(quantity: number, as: CallOptions, paymentMethod = 'good') {
  const checkoutId = (await start(quantity, as))?.id ?? ''
  await world.orders.updateCheckout({ checkoutId, email: 'ada@example.test', address }, as)
  const { checkout } = await world.orders.updateCheckout(
    { checkoutId, shippingMethodId: 'standard', paymentMethod, paymentLabel: 'Visa ending 4242' },
    as,
  )
  return { id: checkoutId, total: toMoney(minorOf(checkout?.totals?.total), 'EUR') }
}

const place = async (checkout: { id: string; total: ReturnType<typeof toMoney> }, as: CallOptions) =>
  (await world.place(checkout, as)).checkout
const retry = async (checkoutId: string, as: CallOptions) =>
  (await world.orders.retryCheckout({ checkoutId }, as)).checkout

test('of two checkouts of one cart that are placed at once, the later is ordered and the earlier has expired', async () => {
  const as = actingAs(await testActor())
  const earlier = await ready(1, as)
  const later = await ready(3, as)
  const placed = await Promise.all([place(earlier, as), place(later, as)])
  expect(placed).toMatchObject([
    { state: CheckoutState.FAILED, failure: CheckoutFailure.EXPIRED },
    { state: CheckoutState.DONE },
  ])
  const update = world.orders.updateCheckout({ checkoutId: earlier.id, email: 'eve@example.test' }, as)
  await expect(update).rejects.toMatchObject({ reason: 'NOT_OPEN' })
})

test('a replaced or failed checkout continues with the later one of the cart, also when that is ordered', async () => {
  const as = actingAs(await testActor())
  const declined = await ready(2, as, 'declined')
  await place(declined, as)
  const replaced = await ready(1, as)
  const later = await ready(3, as)
  for (const { id } of [declined, replaced]) expect((await retry(id, as))?.id).toBe(later.id)
  await place(later, as)
  for (const { id } of [declined, replaced])
    expect(await retry(id, as)).toMatchObject({ id: later.id, state: CheckoutState.DONE })
})

test('a replaced checkout continues with the later one also when its items are no longer sold', async () => {
  const as = actingAs(await testActor())
  const lamp = { ...wanted(1), lines: [{ sku: 'LAMP-1', quantity: 1 }] }
  await world.orders.startCheckout(lamp, as)
  const later = await ready(1, as)
  world.around.archived.add('LAMP-1')
  const continued = await retry(lamp.checkoutId, as).finally(() => world.around.archived.clear())
  expect(continued?.id).toBe(later.id)
})

test('a checkout of a changed cart keeps all inputs of the one that it replaces; in another currency only the contact', async () => {
  const as = actingAs(await testActor())
  await ready(1, as)
  const inputs = { email: 'ada@example.test', address: { line1: address.line1 } }
  expect(await start(2, as)).toMatchObject({
    ...inputs,
    shippingMethodId: 'standard',
    paymentMethod: 'good',
    paymentLabel: 'Visa ending 4242',
  })
  const dollars = { ...wanted(2), currency: 'USD' }
  const { checkout } = await world.orders.startCheckout(dollars, as)
  expect(checkout).toMatchObject({ ...inputs, currency: 'USD', shippingMethodId: '', paymentMethod: '' })
})

test('a start while the bank asks the shopper returns that placement, and nothing else is charged', async () => {
  const as = actingAs(await testActor())
  const challenged = await ready(1, as, 'challenged')
  await place(challenged, as)
  expect(await start(3, as)).toMatchObject({ id: challenged.id, state: CheckoutState.CHALLENGED })
  world.around.money.set(challenged.id, PaymentStatus.AUTHORISED)
  const { checkout } = await world.orders.resumeCheckout({ checkoutId: challenged.id }, as)
  expect(checkout?.state).toBe(CheckoutState.DONE)
  expect(await world.violations(challenged.id)).toEqual([])
})

test('two starts of the same cart at once return one checkout', async () => {
  const as = actingAs(await testActor())
  const [one, other] = await Promise.all([start(2, as), start(2, as)])
  expect(one?.id).toBe(other?.id)
})

test('a late repetition of an earlier start leaves the later checkout open', async () => {
  const as = actingAs(await testActor())
  const first = wanted(1)
  await world.orders.startCheckout(first, as)
  const later = await ready(3, as)
  expect((await world.orders.startCheckout(first, as)).checkout?.id).toBe(first.checkoutId)
  expect(await place(later, as)).toMatchObject({ state: CheckoutState.DONE })
})

test('a start during a placement of the cart returns the placement', async () => {
  const as = actingAs(await testActor())
  const earlier = await ready(1, as)
  const { promise: hang, resolve: wake } = Promise.withResolvers<void>()
  world.around.trouble.set(earlier.id, { verb: 'authorise', when: 'before', hang })
  const placing = place(earlier, as)
  await vi.waitFor(() => expect(world.around.trouble.has(earlier.id)).toBe(false))
  expect(await start(3, as)).toMatchObject({ id: earlier.id, state: CheckoutState.PLACING })
  wake()
  expect(await placing).toMatchObject({ state: CheckoutState.DONE })
})

test('of a placement and a start at the same time, the first wins: the start returns the order, or the checkout has expired', async () => {
  const as = actingAs(await testActor())
  const ordered = await ready(1, as)
  const [placed, joined] = await world.queued(ordered.id, [() => place(ordered, as), () => start(3, as)])
  expect(placed).toMatchObject({ id: ordered.id, state: CheckoutState.DONE })
  expect(joined?.id).toBe(ordered.id)

  const replaced = await ready(1, as)
  const [started, refused] = await world.queued(replaced.id, [() => start(3, as), () => place(replaced, as)])
  expect(started).toMatchObject({ state: CheckoutState.OPEN, lines: [{ quantity: 3 }] })
  expect(refused).toMatchObject({ id: replaced.id, failure: CheckoutFailure.EXPIRED })
})

test('a start that waits while a placement of the cart completes returns the order', async () => {
  const actor = await testActor()
  const as = actingAs(actor)
  const earlier = await ready(1, as)
  const started = await world.deps.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${actor.id}, 0))`)
    const starting = start(3, as)
    await world.waitingForLocks(1)
    expect(await place(earlier, as)).toMatchObject({ state: CheckoutState.DONE })
    return { starting }
  })
  expect((await started.starting)?.id).toBe(earlier.id)
})

test('concurrent starts leave one checkout open', async () => {
  const actor = await testActor()
  await Promise.all([1, 2, 3, 4, 5].map((quantity) => start(quantity, actingAs(actor))))
  const rows = await world.deps.db.select().from(checkouts).where(eq(checkouts.ownerId, actor.id))
  expect(rows.filter(({ state }) => state === 'open')).toHaveLength(1)
})

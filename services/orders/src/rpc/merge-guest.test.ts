import { CheckoutState } from '@mallhive/contracts/orders'
import { type Actor, actingAs } from '@mallhive/service-kit/auth'
import { testActor } from '@mallhive/service-kit/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { address, openWorld, type World } from '../testing.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

test('what a guest owns belongs to the account after a merge, once and only with the guest’s token', async () => {
  const [guest, account, stranger] = [
    await testActor({ kind: 'guest' }),
    await testActor(),
    await testActor(),
  ]
  const lines = [{ sku: 'MUG-1', quantity: 1 }]
  const open = { checkoutId: crypto.randomUUID(), currency: 'EUR', lines }
  await world.orders.startCheckout(open, actingAs(guest))
  await world.orders.updateCheckout({ ...open, email: 'guest@example.test', address }, actingAs(guest))
  const merge = (who: Actor, guestToken: string) => world.orders.mergeGuest({ guestToken }, actingAs(who))

  await expect(merge(account, stranger.token)).rejects.toMatchObject({ reason: 'NOT_A_GUEST' })
  await expect(merge(guest, guest.token)).rejects.toMatchObject({ reason: 'ACCOUNT_NEEDED' })
  await expect(merge(account, 'forged')).rejects.toMatchObject({ reason: 'INVALID_TOKEN' })
  await merge(account, guest.token)
  await merge(stranger, guest.token)

  const { checkout } = await world.orders.getCheckout(open, actingAs(account))
  expect(checkout).toMatchObject({ email: 'guest@example.test', address: { city: 'Augsburg' } })
  await expect(world.orders.getCheckout(open, actingAs(guest))).rejects.toMatchObject({
    reason: 'NO_CHECKOUT',
  })
})

test('after a merge the account has one open checkout, the guest’s where there is one', async () => {
  const [guest, visitor, account] = [
    await testActor({ kind: 'guest' }),
    await testActor({ kind: 'guest' }),
    await testActor(),
  ]
  const start = async (who: Actor, sku: string) => {
    const checkoutId = crypto.randomUUID()
    await world.orders.startCheckout(
      { checkoutId, currency: 'EUR', lines: [{ sku, quantity: 1 }], reuseOpen: true },
      actingAs(who),
    )
    return checkoutId
  }
  const mine = await start(account, 'MUG-1')
  const merge = ({ token }: Actor) => world.orders.mergeGuest({ guestToken: token }, actingAs(account))
  const stateOf = async (checkoutId: string) =>
    (await world.orders.getCheckout({ checkoutId }, actingAs(account))).checkout?.state

  await merge(visitor)
  expect(await stateOf(mine)).toBe(CheckoutState.OPEN)
  const theirs = await start(guest, 'LAMP-1')
  await merge(guest)
  expect(await stateOf(mine)).toBe(CheckoutState.FAILED)
  expect(await stateOf(theirs)).toBe(CheckoutState.OPEN)
})

test('a declined checkout of the account is retried, not answered with an order of other things by the guest', async () => {
  const [guest, account] = [await testActor({ kind: 'guest' }), await testActor()]
  const declined = await world.place(
    await world.ready('declined', undefined, actingAs(account)),
    actingAs(account),
  )
  const lines = [{ sku: 'LAMP-1', quantity: 1 }]
  await world.place(await world.ready('good', lines, actingAs(guest)), actingAs(guest))
  await world.orders.mergeGuest({ guestToken: guest.token }, actingAs(account))
  const { checkout } = await world.orders.retryCheckout(
    { checkoutId: declined.checkout!.id },
    actingAs(account),
  )
  expect(checkout?.lines.map(({ sku }) => sku)).toEqual(declined.checkout?.lines.map(({ sku }) => sku))
})

test('an order of a guest is in the account’s orders after a merge', async () => {
  const [guest, account] = [await testActor({ kind: 'guest' }), await testActor()]
  const { checkout } = await world.place(
    await world.ready('good', undefined, actingAs(guest)),
    actingAs(guest),
  )
  const number = checkout?.orderNumber ?? ''
  await world.orders.mergeGuest({ guestToken: guest.token }, actingAs(account))
  expect((await world.orders.getOrder({ number }, actingAs(account))).order?.number).toBe(number)
  const { orders } = await world.orders.listOrders({}, actingAs(account))
  expect(orders.map((order) => order.number)).toEqual([number])
})

import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { toMoney } from '@mallhive/contracts/money'
import type { Actor } from '@mallhive/service-kit/auth'
import { CartService } from '@mallhive/contracts/cart'
import { actingAs } from '@mallhive/service-kit/auth'
import { openRedis } from '@mallhive/service-kit/redis'
import { asPart, testActor } from '@mallhive/service-kit/testing'
import { create } from '@bufbuild/protobuf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderPlaced } from './on/order-placed.ts'
import { openTestCart, reasonOf, type TestCart } from '../testing.ts'
import { cartKey, cartTtlMs } from './cart.ts'

let service: TestCart
beforeAll(async () => {
  service = await openTestCart()
  await service.stock({ mug: 50, lamp: 3, gone: 0 })
})
afterAll(() => service[Symbol.asyncDispose]())

const add = (who: Actor, sku: string, quantity: number, idempotencyKey = '', minor = 1290) =>
  service.cart.addItem({ sku, quantity, idempotencyKey, seenPrice: toMoney(minor, 'EUR') }, actingAs(who))
const linesOf = async (who: Actor) => {
  const { cart } = await service.cart.getCart({}, actingAs(who))
  return Object.fromEntries(cart?.lines.map((line) => [line.sku, line.quantity]) ?? [])
}
const merge = (account: Actor, guest: Actor) =>
  service.cart.mergeGuest({ guestToken: guest.token }, actingAs(account))

test('a double click adds once, two clicks add twice', async () => {
  const shopper = await testActor()
  await Promise.all([
    add(shopper, 'mug', 2, 'k1'),
    add(shopper, 'mug', 2, 'k1'),
    add(shopper, 'mug', 2, 'k1'),
  ])
  expect(await linesOf(shopper)).toEqual({ mug: 2 })
  const { cart } = await add(shopper, 'mug', 1, 'k2', 1500)
  expect(cart).toMatchObject({ itemCount: 3, lines: [{ seenPrice: { minor: 1500n, currency: 'EUR' } }] })
})

test('a key that has added something is refused for another SKU or quantity, and adds nothing', async () => {
  const shopper = await testActor()
  await add(shopper, 'mug', 1, 'k1')
  expect(await reasonOf(add(shopper, 'mug', 2, 'k1'))).toBe('KEY_REUSED')
  expect(await reasonOf(add(shopper, 'lamp', 1, 'k1'))).toBe('KEY_REUSED')
  expect(await reasonOf(add(shopper, 'mug', 1, 'k1'))).toBe('OK')
  expect(await linesOf(shopper)).toEqual({ mug: 1 })
})

test('an addition beyond the stock is refused with the number of units left', async () => {
  const shopper = await testActor()
  expect(await reasonOf(add(shopper, 'gone', 1))).toBe('SOLD_OUT')
  expect(await reasonOf(add(shopper, 'unknown', 1))).toBe('UNKNOWN_SKU')
  await add(shopper, 'lamp', 2)
  await expect(add(shopper, 'lamp', 2)).rejects.toMatchObject({
    reason: 'ONLY_N_LEFT',
    details: { sku: 'lamp', available: '3' },
  })
  const set = (sku: string, quantity: number) =>
    service.cart.setQuantity({ sku, quantity }, actingAs(shopper))
  expect(await reasonOf(set('lamp', 4))).toBe('ONLY_N_LEFT')
  expect(await reasonOf(set('mug', 1))).toBe('NOT_IN_CART')
  await set('lamp', 0)
  await set('never-seen', 0)
  expect(await linesOf(shopper)).toEqual({})
})

test('a cart holds 99 units per line and 100 lines', async () => {
  const shopper = await testActor()
  const skus = Array.from({ length: 101 }, (_, i) => `bulk-${i}`)
  await service.stock(Object.fromEntries(skus.map((sku) => [sku, 500])))
  await Promise.all(skus.slice(0, 100).map((sku) => add(shopper, sku, 1)))
  expect(await reasonOf(add(shopper, 'bulk-100', 1))).toBe('CART_FULL')
  expect(await reasonOf(add(shopper, 'bulk-0', 99))).toBe('LINE_FULL')
  await add(shopper, 'bulk-0', 98)
})

test('a merge moves the guest’s lines once, with their quantities', async () => {
  const [guest, account] = [await testActor({ kind: 'guest' }), await testActor()]
  await add(guest, 'mug', 2)
  await add(guest, 'lamp', 1)
  await add(account, 'mug', 3)
  await Promise.all([merge(account, guest), merge(account, guest), merge(account, guest)])
  expect(await linesOf(account)).toEqual({ mug: 5, lamp: 1 })
  expect(await linesOf(guest)).toEqual({})
})

test('only a guest’s cart can be merged, and only into an account', async () => {
  const [guest, account, other] = [await testActor({ kind: 'guest' }), await testActor(), await testActor()]
  await add(other, 'mug', 1)
  expect(await reasonOf(merge(account, other))).toBe('NOT_A_GUEST')
  expect(await reasonOf(merge(guest, guest))).toBe('ACCOUNT_NEEDED')
  expect(await reasonOf(service.cart.mergeGuest({ guestToken: 'forged' }, actingAs(account)))).toBe(
    'INVALID_TOKEN',
  )
  expect(await linesOf(other)).toEqual({ mug: 1 })
})

test('the lines of a placed order are removed once; later additions stay', async () => {
  const shopper = await testActor()
  await add(shopper, 'mug', 5)
  await add(shopper, 'lamp', 1)
  const order = create(OrderPlacedSchema, {
    ownerId: shopper.id,
    order: {
      checkoutId: 'c-1',
      subOrders: [{ lines: [{ sku: 'mug', quantity: 3 }] }, { lines: [{ sku: 'lamp', quantity: 1 }] }],
    },
  })
  await using redis = openRedis(service.settings.REDIS_URL ?? '')
  await orderPlaced({ redis })(order)
  const again = { checkoutId: 'c-1', ownerId: shopper.id, lines: [{ sku: 'mug', quantity: 3 }] }
  await service.cart.removeOrdered(again, await asPart('orders', CartService))
  expect(await linesOf(shopper)).toEqual({ mug: 2 })
})

test('a cart expires thirty days after its last access', async () => {
  const shopper = await testActor({ kind: 'guest' })
  await using redis = openRedis(service.settings.REDIS_URL ?? '')
  await add(shopper, 'mug', 1)
  await redis.pexpire(cartKey(shopper.id), 1_000)
  await linesOf(shopper)
  expect(await redis.pttl(cartKey(shopper.id))).toBeGreaterThan(cartTtlMs - 60_000)
})

test('invalid input is refused with its reason and changes nothing', async () => {
  const shopper = await testActor()
  for (const quantity of [0, -1, 100, 2_147_483_647, Number.NaN]) {
    expect(await reasonOf(add(shopper, 'mug', quantity))).toBe('INVALID_QUANTITY')
  }
  for (const sku of ['', 'ｍｕｇ', 'mug\n', "mug'--", '🦊']) {
    expect(await reasonOf(add(shopper, sku, 1))).toBe('INVALID_SKU')
  }
  for (const minor of [-5n, 100_000_001n, 2n ** 60n]) {
    const seenPrice = { minor, currency: 'EUR' }
    const adding = service.cart.addItem({ sku: 'mug', quantity: 1, seenPrice }, actingAs(shopper))
    expect(await reasonOf(adding)).toBe('INVALID_PRICE')
  }
  expect(await reasonOf(add(shopper, 'mug', 1, 'key with spaces'))).toBe('INVALID_ID')
  expect(await reasonOf(service.cart.getCart({}))).toBe('UNAUTHENTICATED')
  expect(await linesOf(shopper)).toEqual({})
})

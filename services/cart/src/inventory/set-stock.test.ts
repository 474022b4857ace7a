import { actingAs } from '@mallhive/service-kit/auth'
import { randomUUIDv7 } from 'node:crypto'
import { testActor } from '@mallhive/service-kit/testing'
import { MovementKind } from '@mallhive/contracts/inventory'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCart, reasonOf, type TestCart } from '../testing.ts'

let service: TestCart
beforeAll(async () => void (service = await openTestCart()))
afterAll(() => service[Symbol.asyncDispose]())

test('a seller sets the stock of the own shop only', async () => {
  await service.stock({ bowl: 4 })
  const owner = await testActor({ memberships: [{ shopId: 'shop', role: 'owner' }] })
  const rival = await testActor({ memberships: [{ shopId: 'rival', role: 'owner' }] })
  const shopper = await testActor()
  const set = (who: typeof owner) => service.inventory.setStock({ sku: 'bowl', onHand: 9 }, actingAs(who))
  expect(await reasonOf(set(rival))).toBe('NOT_YOUR_STOCK')
  expect(await reasonOf(set(shopper))).toBe('FORBIDDEN')
  expect(await set(owner)).toMatchObject({ level: { sku: 'bowl', available: 9 } })
  expect(await reasonOf(service.inventory.listMovements({ sku: 'bowl' }, actingAs(rival)))).toBe(
    'NOT_YOUR_STOCK',
  )
})

test('stock cannot be set below the reserved units', async () => {
  await service.stock({ vase: 5 })
  const lines = [{ sku: 'vase', quantity: 3 }]
  await service.inventory.reserve({ checkoutId: randomUUIDv7(), lines }, service.asOrders)
  const set = (onHand: number) => service.inventory.setStock({ sku: 'vase', onHand }, service.asStaff)
  expect(await reasonOf(set(2))).toBe('STOCK_PROMISED')
  expect(await set(3)).toMatchObject({ level: { available: 0 } })
  expect(await reasonOf(set(-1))).toBe('INVALID_QUANTITY')
  expect(await reasonOf(set(1_000_001))).toBe('INVALID_QUANTITY')
})

test('the ledger reads newest first, page by page, and sums to the stock', async () => {
  await service.inventory.setStock({ sku: 'cup', onHand: 10, sellerId: 'shop' }, service.asStaff)
  for (let i = 0; i < 4; i++) {
    await service.inventory.reserve(
      { checkoutId: `cup-${i}`, lines: [{ sku: 'cup', quantity: 1 }] },
      service.asOrders,
    )
  }
  const seen = []
  for (let cursor = '', more = true; more; more = cursor !== '') {
    const page = await service.inventory.listMovements({ sku: 'cup', pageSize: 2, cursor }, service.asStaff)
    seen.push(...page.movements)
    cursor = page.nextCursor
  }
  expect(seen.map((movement) => movement.checkoutId)).toEqual(['cup-3', 'cup-2', 'cup-1', 'cup-0', ''])
  expect(seen.at(-1)?.kind).toBe(MovementKind.SET)
  expect(seen.reduce((sum, m) => sum + m.onHandDelta - m.reservedDelta, 0)).toBe(6)
})

test('seeding a hundred thousand SKUs takes seconds, and a repeat adds none', async () => {
  const levels = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`scale-${i}`, i % 50]))
  expect(await service.stock(levels)).toBe(100_000)
  expect(await service.stock(levels)).toBe(0)
})

import { createRegistry, fromJsonString } from '@bufbuild/protobuf'
import { anyUnpack } from '@bufbuild/protobuf/wkt'
import { EnvelopeSchema } from '@mallhive/contracts/events'
import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { randomUUIDv7 } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outbox, reservations } from '../schema.ts'
import { openTestCart, reasonOf, type TestCart } from '../testing.ts'
import { sweep } from './sweep.ts'

let service: TestCart
beforeAll(async () => void (service = await openTestCart()))
afterAll(() => service[Symbol.asyncDispose]())

const reserve = (checkoutId: string, lines: Record<string, number>) =>
  service.inventory.reserve(
    { checkoutId, lines: Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity })) },
    service.asOrders,
  )
const commit = (checkoutId: string) => service.inventory.commit({ checkoutId }, service.asOrders)
const release = (checkoutId: string) => service.inventory.release({ checkoutId }, service.asOrders)
const available = async (...skus: string[]) => {
  const { levels } = await service.inventory.getAvailability({ skus })
  return skus.map((sku) => levels.find((level) => level.sku === sku)?.available)
}
const expire = async (checkoutId: string) => {
  const past = { expiresAt: new Date(Date.now() - 1) }
  await service.db.update(reservations).set(past).where(eq(reservations.checkoutId, checkoutId))
}

test('two hundred concurrent buyers of fifty units get exactly fifty, and the ledger balances', async () => {
  await service.stock({ rush: 50 })
  const ids = Array.from({ length: 200 }, () => randomUUIDv7())
  const answers = await Promise.all(ids.map((id) => reasonOf(reserve(id, { rush: 1 }))))
  expect(Object.groupBy(answers, (a) => a)).toMatchObject({
    OK: { length: 50 },
    OUT_OF_STOCK: { length: 150 },
  })
  const winners = ids.filter((_, i) => answers[i] === 'OK')
  await Promise.all(winners.map(commit))
  const rush = (await service.books()).find((row) => row.sku === 'rush')
  expect(rush).toEqual({ sku: 'rush', on_hand: 0, reserved: 0, ledger_on_hand: 0, ledger_reserved: 0 })
})

test('all lines or none: a short line leaves the others untouched and is named', async () => {
  await service.stock({ plenty: 10, scarce: 1 })
  await expect(reserve(randomUUIDv7(), { plenty: 2, scarce: 2, unheard: 1 })).rejects.toMatchObject({
    reason: 'OUT_OF_STOCK',
    details: { skus: 'scarce,unheard' },
  })
  await expect(reserve(randomUUIDv7(), { unheard: 1 })).rejects.toMatchObject({
    details: { skus: 'unheard' },
  })
  expect(await available('plenty', 'scarce', 'unheard')).toEqual([10, 1, undefined])
})

test('overlapping reservations queue instead of deadlocking', async () => {
  await service.stock({ x1: 500, x2: 500, x3: 500 })
  const orders = [
    ['x1', 'x2', 'x3'],
    ['x3', 'x2', 'x1'],
    ['x2', 'x3', 'x1'],
  ]
  const ids = Array.from({ length: 150 }, () => randomUUIDv7())
  const answers = await Promise.all(
    ids.map(async (id, i) => {
      const skus = orders[i % 3] ?? []
      const taken = await reasonOf(reserve(id, Object.fromEntries(skus.map((sku) => [sku, 1]))))
      return [taken, await reasonOf(i % 2 ? release(id) : commit(id))]
    }),
  )
  expect(new Set(answers.flat())).toEqual(new Set(['OK']))
  expect(await available('x1', 'x2', 'x3')).toEqual([425, 425, 425])
})

test('repeated and concurrent calls of one checkout reserve once', async () => {
  await service.stock({ once: 10 })
  const id = randomUUIDv7()
  const answers = await Promise.all(Array.from({ length: 20 }, () => reserve(id, { once: 3 })))
  expect(new Set(answers.map((answer) => answer.expiresAt?.nanos)).size).toBe(1)
  await reserve(id, { once: 3 })
  expect(await available('once')).toEqual([7])
  expect(await reasonOf(reserve(id, { once: 4 }))).toBe('RESERVATION_DIFFERS')
})

test('commit and release exclude each other and repeat without effect', async () => {
  await service.stock({ either: 100 })
  const ids = Array.from({ length: 30 }, () => randomUUIDv7())
  await Promise.all(ids.map((id) => reserve(id, { either: 1 })))
  const outcomes = await Promise.all(
    ids.map((id) => Promise.all([commit(id), release(id), commit(id), release(id)].map(reasonOf))),
  )
  const sold = outcomes.filter(([first]) => first === 'OK').length
  for (const outcome of outcomes) {
    expect([
      ['OK', 'RESERVATION_COMMITTED', 'OK', 'RESERVATION_COMMITTED'],
      ['RESERVATION_RELEASED', 'OK', 'RESERVATION_RELEASED', 'OK'],
    ]).toContainEqual(outcome)
  }
  expect(await available('either')).toEqual([100 - sold])
})

test('a release that overtakes its reserve wins', async () => {
  await service.stock({ late: 5 })
  const id = randomUUIDv7()
  await release(id)
  expect(await reasonOf(reserve(id, { late: 1 }))).toBe('RESERVATION_RELEASED')
  expect(await reasonOf(commit(id))).toBe('RESERVATION_RELEASED')
  expect(await reasonOf(commit(randomUUIDv7()))).toBe('NO_RESERVATION')
  expect(await available('late')).toEqual([5])
})

test('concurrent sweeps return an expired hold to stock once', async () => {
  await service.stock({ held: 5 })
  const id = randomUUIDv7()
  await reserve(id, { held: 5 })
  await expire(id)
  const swept = await Promise.all(Array.from({ length: 5 }, () => sweep(service)))
  expect(swept.reduce((a, b) => a + b)).toBe(1)
  expect(await available('held')).toEqual([5])
})

test('a late commit sells units still available, else fails with RESERVATION_EXPIRED', async () => {
  await service.stock({ slow: 2 })
  const [lucky, unlucky, unswept] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  for (const id of [lucky, unlucky]) {
    await reserve(id, { slow: 2 })
    await expire(id)
    await sweep(service)
  }
  await commit(lucky)
  expect(await reasonOf(commit(unlucky))).toBe('RESERVATION_EXPIRED')
  await release(unlucky)
  expect(await available('slow')).toEqual([0])

  await service.stock({ slower: 1 })
  await reserve(unswept, { slower: 1 })
  await expire(unswept)
  await commit(unswept)
  expect(await sweep(service)).toBe(0)
  expect(await available('slower')).toEqual([0])
})

test('the ledger cannot be rewritten', async () => {
  await service.stock({ inked: 1 })
  for (const statement of [
    sql`update cart.movements set on_hand_delta = 9`,
    sql`delete from cart.movements`,
    sql`truncate cart.movements`,
  ]) {
    await expect(service.db.execute(statement)).rejects.toMatchObject({
      cause: { message: 'the ledger of movements is append-only' },
    })
  }
})

test('StockChanged is published on selling out, running low and coming back, and not in between', async () => {
  await service.stock({ told: 8 })
  const [a, b, c] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  await reserve(a, { told: 1 })
  await reserve(b, { told: 2 })
  await reserve(c, { told: 5 })
  await commit(a)
  await release(c)
  const events = await service.db.select().from(outbox).orderBy(asc(outbox.createdAt))
  const registry = createRegistry(StockChangedSchema)
  const told = events.flatMap(({ body }) => {
    const { payload } = fromJsonString(EnvelopeSchema, body, { registry })
    return payload ? (anyUnpack(payload, StockChangedSchema) ?? []) : []
  })
  expect(told.filter(({ sku }) => sku === 'told').map(({ available: left }) => left)).toEqual([5, 0, 5])
  // What happened in between counts, too.
  expect(told.filter(({ sku }) => sku === 'told').map(({ revision }) => revision)).toEqual([3n, 4n, 6n])
})

test('invalid input is refused with its reason', async () => {
  const id = randomUUIDv7()
  expect(await reasonOf(reserve(id, {}))).toBe('NO_LINES')
  for (const quantity of [0, -1, 2_000_000_000]) {
    expect(await reasonOf(reserve(id, { ok: quantity }))).toBe('INVALID_QUANTITY')
  }
  for (const sku of ['', "x'; drop table", 'ｓｋｕ', '🦊', 'a'.repeat(65), '\0']) {
    expect(await reasonOf(reserve(id, { [sku]: 1 }))).toBe('INVALID_SKU')
  }
  expect(await reasonOf(reserve('', { ok: 1 }))).toBe('INVALID_ID')
  expect(await available('\0', '🦊')).toEqual([undefined, undefined])
  expect(await reasonOf(service.inventory.reserve({ checkoutId: id }))).toBe('UNAUTHENTICATED')
})

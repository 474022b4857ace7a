import { randomUUID } from 'node:crypto'
import { type OrderPlaced, OrderPlacedSchema } from '@mallhive/contracts/orders'
import { logger, metrics } from '@mallhive/process-kit/telemetry'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as schema from '../fixtures/schema.ts'
import { openBus } from './bus.ts'
import { startConsumer } from './consumer.ts'
import type { Db } from './db.ts'
import { publish } from './outbox.ts'
import { domainError } from './reasons.ts'
import { startRelay } from './relay.ts'
import { onRepeatable } from './subscribe.ts'
import { testDb, testEnv } from './testing.ts'

const log = logger('events')
log.level = 'silent'
const bus = openBus(testEnv())
let db: Db<typeof schema>
beforeAll(async () => {
  db = await testDb('kit', new URL('../fixtures/drizzle', import.meta.url), schema)
})
afterAll(async () => {
  await db[Symbol.asyncDispose]()
  bus[Symbol.dispose]()
})

async function openQueue(handle: (number: string) => Promise<void>, waits = true) {
  const service = randomUUID().slice(0, 8)
  const topic = `mallhive-${service}-events`
  const handler = ({ order }: OrderPlaced) => handle(order?.number ?? '')
  const subscriptions = [{ ...onRepeatable(OrderPlacedSchema, handler, { waits }), topic }]
  const consume = () => startConsumer({ service, bus, subscriptions, log, retrySeconds: () => 0 })
  const consumer = await consume()
  return {
    service,
    consumer,
    consume,
    dead: async () => {
      const queue = await bus.openQueue(service, [{ topic, types: [OrderPlacedSchema.typeName] }])
      return (await bus.depth(`${queue}-dlq`)).visible
    },
    async place(number: string) {
      await db.transaction((tx) =>
        publish(tx, schema.outbox, OrderPlacedSchema, { order: { number } }, number),
      )
      await using relay = startRelay({ db, outbox: schema.outbox, bus, topic, log })
      await relay.drain()
    },
  }
}

test.each([
  ['a service', () => domainError('UNAVAILABLE', 'the store is down')],
  ['the database', () => Object.assign(new Error('no space left on device'), { code: '53100' })],
])('events that an outage of %s meets wait for its end, and none of them dies', async (_what, error) => {
  const store = { isUp: false, triesInVain: 0, holds: new Set<string>() }
  const queue = await openQueue(async (number) => {
    if (store.isUp) return void store.holds.add(number)
    store.triesInVain++
    throw error()
  })
  await using _ = queue.consumer
  await queue.place('first')
  await expect.poll(() => store.triesInVain).toBeGreaterThan(20)
  await queue.place('second')
  expect(store.holds.size).toBe(0)
  store.isUp = true
  await expect.poll(() => [...store.holds].toSorted()).toEqual(['first', 'second'])
  await queue.consumer.drain()
  expect(await queue.dead()).toBe(0)
})

test.each([
  ['a handler that is at fault', () => new Error('a bug'), true],
  ['a subscription that does not wait', () => domainError('UNAVAILABLE', 'down'), false],
])('%s leaves a dead letter after five tries', async (_what, error, waits) => {
  let tries = 0
  const queue = await openQueue(async () => {
    tries++
    throw error()
  }, waits)
  await using _ = queue.consumer
  await queue.place('one')
  await expect.poll(queue.dead, { timeout: 10_000 }).toBe(1)
  expect(tries).toBe(5)
})

test('a consumer that waits stops at once, and the next one gets the event', async () => {
  const store = { isUp: false, holds: [] as string[] }
  const tried = Promise.withResolvers<void>()
  const queue = await openQueue(async (number) => {
    if (store.isUp) return void store.holds.push(number)
    tried.resolve()
    throw domainError('UNAVAILABLE', 'the store is down')
  })
  await queue.place('one')
  await tried.promise
  await queue.consumer[Symbol.asyncDispose]()
  store.isUp = true
  await using _ = await queue.consume()
  await expect.poll(() => store.holds, { timeout: 10_000 }).toEqual(['one'])
})

test('a consumer has a lag before its first event, so that it can be scaled by it', async () => {
  const queue = await openQueue(async () => {})
  await using _ = queue.consumer
  expect(await metrics.metrics()).toContain(`consumer_lag_seconds{consumer="${queue.service}"} 0\n`)
})

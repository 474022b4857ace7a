import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { type OrderPlaced, OrderPlacedSchema } from '@mallhive/contracts/orders'
import { SpanKind } from '@opentelemetry/api'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as schema from '../fixtures/schema.ts'
import { type Bus, openBus } from './bus.ts'
import type { Db } from './db.ts'
import { type Consumer, startConsumer } from './consumer.ts'
import { eventInsert, outboxChannel, publish } from './outbox.ts'
import { startRelay } from './relay.ts'
import { type EventContext, on } from './subscribe.ts'
import { currentTraceparent, inSpan, logger, metrics, setMeasured } from '@mallhive/process-kit/telemetry'
import { testDb, testEnv } from './testing.ts'

const { effects, inbox, outbox } = schema
const log = logger('events')
log.level = 'silent'

let db: Db<typeof schema>
let bus: Bus
let scope: AsyncDisposableStack
let topic: string
let consumer: Consumer
let queue: string
let handler: (event: OrderPlaced, context: EventContext) => Promise<void>

const recordEffect = async (event: OrderPlaced, { tx }: Pick<EventContext, 'tx'>) => {
  await tx.insert(effects).values({ orderNumber: event.order?.number ?? '' })
}

beforeAll(async () => {
  db = await testDb('kit', new URL('../fixtures/drizzle', import.meta.url), schema)
  bus = openBus(testEnv())
})
afterAll(() => db[Symbol.asyncDispose]())

beforeEach(async () => {
  scope = new AsyncDisposableStack()
  const name = randomUUID().slice(0, 8)
  topic = `mallhive-${name}-events`
  handler = recordEffect
  const subscriptions = [on(OrderPlacedSchema, (event, context) => handler(event, context), { topic })]
  consumer = scope.use(
    await startConsumer({ service: name, db, inbox, bus, subscriptions, log, retrySeconds: () => 0 }),
  )
  queue = await bus.openQueue(name, [{ topic, types: [OrderPlacedSchema.typeName] }])
})
afterEach(async () => {
  await scope.disposeAsync()
  await db.execute(sql`truncate ${effects}, ${inbox}, ${outbox}`)
})

const place = (number: string) =>
  db.transaction((tx) => publish(tx, outbox, OrderPlacedSchema, { order: { number } }, number))
const relay = () => scope.use(startRelay({ db, outbox, bus, topic, log }))
const effectsOf = (number: string) => db.$count(effects, eq(effects.orderNumber, number))

test('an event committed with its cause is handled once and marked sent', async () => {
  await place('A1')
  await relay().drain()
  await consumer.drain()
  expect(await effectsOf('A1')).toBe(1)
  expect(await db.$count(outbox, sql`sent_at is null`)).toBe(0)
})

test('an event whose transaction rolls back is never published', async () => {
  const rolledBack = db.transaction(async (tx) => {
    await publish(tx, outbox, OrderPlacedSchema, { order: { number: 'A2' } }, 'A2')
    throw new Error('changed my mind')
  })
  await expect(rolledBack).rejects.toThrow('changed my mind')
  expect(await relay().drain()).toBe(0)
})

test('an event that is larger than the bus takes is refused with its cause, and keeps no other one back', async () => {
  await expect(place('x'.repeat(300_000))).rejects.toThrow('too large')
  await place('A5')
  await relay().drain()
  await consumer.drain()
  expect(await effectsOf('A5')).toBe(1)
})

test('a duplicate delivery has no second effect', async () => {
  await place('A3')
  const [row] = await db.select().from(outbox)
  await bus.publish(topic, [row!])
  await bus.publish(topic, [row!])
  await relay().drain()
  await consumer.drain()
  expect(await effectsOf('A3')).toBe(1)
})

test('a crash between commit and publish loses no event, one after publish repeats it without a second effect', async () => {
  await place('A4')
  // The first process dies before the broker responds, the second before it marks the row: both leave it unsent.
  const before = { publish: () => Promise.reject(new Error('killed')) }
  await using first = startRelay({ db, outbox, bus: before, topic, log })
  await expect(first.drain()).rejects.toThrow('killed')
  const after = {
    publish: async (...args: Parameters<Bus['publish']>) => {
      await bus.publish(...args)
      throw new Error('killed')
    },
  }
  await first[Symbol.asyncDispose]()
  const second = startRelay({ db, outbox, bus: after, topic, log })
  await expect(second.drain()).rejects.toThrow('killed')
  await second[Symbol.asyncDispose]()
  expect(await relay().drain()).toBeLessThanOrEqual(1)
  await consumer.drain()
  expect(await effectsOf('A4')).toBe(1)
  expect(await db.$count(outbox, sql`sent_at is null`)).toBe(0)
})

test('relays that share an outbox do not block each other and miss no row', async () => {
  await Promise.all(Array.from({ length: 150 }, (_, i) => place(`B${i}`)))
  const relays = [relay(), relay()]
  await Promise.all(relays.map((one) => one.drain()))
  await relays[0]!.drain()
  await consumer.drain()
  expect(await db.$count(effects)).toBe(150)
})

test('an event that finds another one waiting notifies of nothing and is sent with it; a published one notifies always', async () => {
  const client = await db.$client.connect()
  let notified = 0
  client.on('notification', () => notified++)
  await client.query(`listen ${outboxChannel(outbox)}`)
  const insert = (number: string) =>
    db.execute(
      eventInsert(outbox, OrderPlacedSchema, { order: { number } }, number, sql`from (select 1) one`),
    )
  const notifications = async () => {
    // Delivered before the answer to a later statement of the listener.
    await client.query('select 1')
    return notified
  }
  await insert('D1')
  await insert('D2')
  expect(await notifications()).toBe(1)
  await place('D3')
  expect(await notifications()).toBe(2)
  const one = relay()
  await one.drain()
  await insert('D4')
  expect(await notifications()).toBe(3)
  client.release(true)
  await one.drain()
  await consumer.drain()
  expect(await db.$count(effects)).toBe(4)
})

test('no transaction and no other relay’s work is open while events are published', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => place(`C${i}`)))
  const published: string[] = []
  const watched = {
    publish: async (_: string, rows: { id: string }[]) => {
      const open = await db.execute(sql`select 1 from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`)
      expect(open.rowCount).toBe(0)
      published.push(...rows.map(({ id }) => id))
      return rows.map(({ id }) => id)
    },
  }
  const relays = [1, 2].map(() => scope.use(startRelay({ db, outbox, bus: watched, topic, log })))
  await Promise.all(relays.map((one) => one.drain()))
  expect(published).toHaveLength(20)
  expect(new Set(published).size).toBe(20)
})

test('an effect that fails rolls back its inbox row and is retried', async () => {
  let attempts = 0
  handler = async (event, context) => {
    await recordEffect(event, context)
    if (++attempts < 3) throw new Error('not yet')
  }
  await place('A5')
  await relay().drain()
  await expect.poll(() => effectsOf('A5')).toBe(1)
  expect(attempts).toBe(3)
})

test('an event is handled in the trace of its cause, over SNS and SQS', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  let seen: string | undefined
  handler = async () => void (seen = currentTraceparent())
  const cause = `00-${traceId}-00f067aa0ba902b7-01`
  await inSpan('place', SpanKind.SERVER, cause, () => place('A7'))
  await relay().drain()
  await consumer.drain()
  expect(seen?.split('-')[1]).toBe(traceId)
})

test('an event that fails five times waits in the dead-letter queue', async () => {
  let attempts = 0
  handler = async () => {
    attempts++
    throw new Error('never')
  }
  await place('A6')
  await relay().drain()
  await expect.poll(() => bus.depth(`${queue}-dlq`), { timeout: 10_000 }).toMatchObject({ visible: 1 })
  expect(attempts).toBe(5)
})

/** Starts a consumer of a new queue with the given handler and limits. */
async function consume(
  handle: (event: OrderPlaced, context: EventContext) => Promise<void>,
  limits: { extendEveryMs?: number; handlerTimeoutMs?: number; stopTimeoutMs?: number },
) {
  const name = randomUUID().slice(0, 8)
  const hidden: number[] = []
  const own = `mallhive-${name}-events`
  const watched: Bus = {
    ...bus,
    hide: async (at, receipt, seconds) => {
      hidden.push(seconds)
      await bus.hide(at, receipt, seconds)
    },
  }
  const started = await startConsumer({
    service: name,
    db,
    inbox,
    bus: watched,
    subscriptions: [on(OrderPlacedSchema, handle, { topic: own })],
    log,
    retrySeconds: () => 0,
    limits: { extendEveryMs: 10_000, handlerTimeoutMs: 60_000, stopTimeoutMs: 10_000, ...limits },
  })
  await place(name)
  await scope.use(startRelay({ db, outbox, bus, topic: own, log })).drain()
  return { consumer: started, hidden, number: name }
}

test('a message stays hidden for as long as it is being handled', async () => {
  const gate = Promise.withResolvers<void>()
  const slow = async (event: OrderPlaced, context: EventContext) => {
    await gate.promise
    await recordEffect(event, context)
  }
  const { consumer: own, hidden, number } = await consume(slow, { extendEveryMs: 20 })
  scope.use(own)
  await expect.poll(() => hidden.length).toBeGreaterThanOrEqual(2)
  expect(new Set(hidden)).toEqual(new Set([30]))
  gate.resolve()
  await expect.poll(() => effectsOf(number)).toBe(1)
})

test('an event that exceeds the handler timeout is delivered again, and counts once when both attempts end', async () => {
  const gate = Promise.withResolvers<void>()
  let attempts = 0
  const stuckOnce = async (event: OrderPlaced, context: EventContext) => {
    if (++attempts === 1) await gate.promise
    await recordEffect(event, context)
  }
  const { consumer: own, hidden, number } = await consume(stuckOnce, { handlerTimeoutMs: 300 })
  scope.use(own)
  await expect.poll(() => hidden, { timeout: 5_000 }).toContain(0)
  gate.resolve()
  await expect.poll(() => effectsOf(number), { timeout: 5_000 }).toBe(1)
  await own.drain()
  expect(await effectsOf(number)).toBe(1)
})

test('a consumer stops within its deadline even when a handler does not return', async () => {
  const gate = Promise.withResolvers<void>()
  const started = Promise.withResolvers<void>()
  const stuck = () => (started.resolve(), gate.promise)
  const { consumer: own } = await consume(stuck, { stopTimeoutMs: 100 })
  await started.promise
  const began = performance.now()
  await own[Symbol.asyncDispose]()
  expect(performance.now() - began).toBeLessThan(2_000)
  gate.resolve()
})

test('calls to a broker that accepts a connection and never responds fail within the limits', async () => {
  const deaf = createServer(() => {})
  deaf.listen(0, '127.0.0.1')
  await once(deaf, 'listening')
  const at = deaf.address()
  const url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`
  using silent = openBus(testEnv({ AWS_ENDPOINT_URL: url }), { connectTimeoutMs: 100, answerTimeoutMs: 100 })
  const event = { id: randomUUID(), type: 'a', body: '{}' }
  await expect(silent.publish('mallhive-silent-events', [event])).rejects.toThrow(/100 ms/)
  await expect(silent.receive(`${url}/1/silent`, 0)).rejects.toThrow(/100 ms/)
  deaf.close()
})

test('a backlog that cannot be measured is NaN and counted as a failure, never the last good value', async () => {
  const name = 'outbox_backlog_age_seconds'
  await setMeasured(name, { topic: 'gone' }, async () => 3, log)
  await setMeasured(name, { topic: 'gone' }, () => Promise.reject(new Error('no database')), log)
  const values = await metrics.getSingleMetricAsString(name)
  expect(values).toMatch(/topic="gone"\} Nan/i)
  expect(await metrics.getSingleMetricAsString('gauge_failures_total')).toMatch(`gauge="${name}"} 1`)
})

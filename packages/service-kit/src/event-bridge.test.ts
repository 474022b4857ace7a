import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { logger } from '@mallhive/process-kit/telemetry'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as schema from '../fixtures/schema.ts'
import { openBus } from './bus.ts'
import { startConsumer } from './consumer.ts'
import type { Db } from './db.ts'
import { openEventBridge } from './event-bridge.ts'
import { publish } from './outbox.ts'
import { startRelay } from './relay.ts'
import { on } from './subscribe.ts'
import { testDb, testEnv } from './testing.ts'

interface Entry {
  EventBusName: string
  Source: string
  DetailType: string
  Detail: string
}

const { effects, outbox } = schema
const log = logger('events')
log.level = 'silent'
const env = testEnv()
const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region } = env
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const bus = openBus(env)
const sqs = new SQSClient({ endpoint, region, credentials })
let db: Db<typeof schema>
let bridge: Server
let accepts: (entry: Entry, call: number) => boolean
let accepted: Entry[]
let calls: number

beforeAll(async () => {
  db = await testDb('kit', new URL('../fixtures/drizzle', import.meta.url), schema)
  bridge = createServer((request, response) => void putEvents(request, response))
  bridge.listen(0, '127.0.0.1')
  await once(bridge, 'listening')
})
afterAll(async () => {
  await db[Symbol.asyncDispose]()
  bus[Symbol.dispose]()
  sqs.destroy()
  bridge.close()
})
beforeEach(async () => {
  accepts = () => true
  accepted = []
  calls = 0
  await db.execute(sql`truncate ${effects}, ${outbox}`)
})

async function putEvents(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { Entries } = (await json(request)) as { Entries: Entry[] }
  const call = ++calls
  const answers = Entries.map((entry) => {
    if (!accepts(entry, call)) return { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' }
    accepted.push(entry)
    return { EventId: randomUUID() }
  })
  response.setHeader('content-type', 'application/x-amz-json-1.1')
  response.end(JSON.stringify({ FailedEntryCount: 0, Entries: answers }))
}

const openBridge = () => {
  const at = bridge.address()
  const url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`
  return openEventBridge(new EventBridgeClient({ endpoint: url, region, credentials }), 'mall')
}
const place = (number: string) =>
  db.transaction((tx) => publish(tx, outbox, OrderPlacedSchema, { order: { number } }, number))
const unsent = () => db.$count(outbox, sql`sent_at is null`)

test('entries that the bus refuses stay in the outbox and go with a later batch, the accepted ones only once', async () => {
  using mall = openBridge()
  accepts = ({ Detail }, call) => call > 3 || !/"key":"\d*[13579]"/.test(Detail)
  for (let i = 0; i < 25; i++) await place(`${i}`)
  await using relay = startRelay({ db, outbox, bus: mall, topic: 'mallhive-orders-events', log })
  await relay.drain()
  await expect.poll(unsent).toBe(0)
  const keys = accepted.map(({ Detail }) => (JSON.parse(Detail) as { key: string }).key)
  expect(keys.toSorted()).toEqual(Array.from({ length: 25 }, (_, i) => `${i}`).toSorted())
  expect(
    new Set(accepted.map((entry) => [entry.EventBusName, entry.Source, entry.DetailType].join())),
  ).toEqual(new Set([`mall,mallhive-orders-events,${OrderPlacedSchema.typeName}`]))
})

test('a bus that fails keeps every event in the outbox', async () => {
  using mall = openBridge()
  accepts = () => false
  await place('1')
  await using relay = startRelay({ db, outbox, bus: mall, topic: 'mallhive-orders-events', log })
  expect(await relay.drain()).toBe(0)
  expect(await unsent()).toBe(1)
})

test('a consumer handles an event that came over SNS and the same one over EventBridge once', async () => {
  const name = randomUUID().slice(0, 8)
  const topic = `mallhive-${name}-events`
  const subscription = on(
    OrderPlacedSchema,
    async ({ order }, { tx }) => void (await tx.insert(effects).values({ orderNumber: order?.number ?? '' })),
    { topic },
  )
  const options = { service: name, db, inbox: schema.inbox, bus, log }
  await using consumer = await startConsumer({ ...options, subscriptions: [subscription] })
  await place('both')
  await place('bridged')
  const rows = await db.select().from(outbox).orderBy(outbox.id)
  await bus.publish(topic, rows.slice(0, 1))
  const QueueUrl = await bus.openQueue(name, [{ topic, types: [OrderPlacedSchema.typeName] }])
  for (const { type, body } of rows) {
    const bridged = { version: '0', id: randomUUID(), source: topic, 'detail-type': type }
    const MessageBody = JSON.stringify({ ...bridged, detail: JSON.parse(body) as unknown })
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }))
  }
  await consumer.drain()
  const numbers = await db.select().from(effects)
  expect(numbers.map(({ orderNumber }) => orderNumber).toSorted()).toEqual(['both', 'bridged'])
})

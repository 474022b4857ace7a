import { randomUUID } from 'node:crypto'
import { create, createRegistry, toJsonString } from '@bufbuild/protobuf'
import { anyPack, timestampNow } from '@bufbuild/protobuf/wkt'
import { EnvelopeSchema } from '@mallhive/contracts/events'
import { NotificationsService } from '@mallhive/contracts/notifications'
import { type Order, OrderPlacedSchema } from '@mallhive/contracts/orders'
import { actingAs } from '@mallhive/service-kit/auth'
import { type Bus, openBus } from '@mallhive/service-kit/bus'
import { randomUUIDv7 } from 'node:crypto'
import { type Consumer, startConsumer } from '@mallhive/service-kit/consumer'
import { logger } from '@mallhive/process-kit/telemetry'
import { testActor, testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailer } from './mail/mailer.ts'
import { testOrder } from './mail/test-order.ts'
import { openTestSmtp } from './mail/test-smtp.ts'
import { routes } from './routes.ts'
import * as schema from './schema.ts'
import { subscriptions } from './subscriptions.ts'

const scope = new AsyncDisposableStack()
const log = logger('test')
log.level = 'silent'
const { type, topic } = { type: OrderPlacedSchema.typeName, topic: 'mallhive-orders-events' }
const platform = scope.use(testPlatform())
let smtp: Awaited<ReturnType<typeof openTestSmtp>>
let bus: Bus
let consumer: Consumer

beforeAll(async () => {
  const db = scope.use(await testDb('notifications', new URL('../drizzle', import.meta.url), schema))
  smtp = scope.use(await openTestSmtp())
  const env = testEnv({ DATABASE_URL: db.url, SMTP_URL: smtp.url })
  const config = {
    DATABASE_URL: db.url,
    SMTP_URL: smtp.url,
    PUBLIC_ORIGIN: env.PUBLIC_ORIGIN!,
    MAIL_FROM: 'a@b.test',
  }
  const deps = { config, db, mailer: scope.use(openMailer(config)) }
  bus = scope.use(openBus(env))
  consumer = scope.use(
    await startConsumer({
      service: `notifications-${randomUUID().slice(0, 8)}`,
      db,
      inbox: schema.inbox,
      bus,
      subscriptions: subscriptions(deps),
      log,
      retrySeconds: () => 0,
    }),
  )
  await platform.start('notifications', async (host) => host.routes(routes(deps)), env)
})
afterAll(() => scope.disposeAsync())

/** Puts an order's event on the bus, `times` times. */
async function announce(order: Order, times = 1): Promise<string> {
  const id = randomUUIDv7()
  const payload = anyPack(OrderPlacedSchema, create(OrderPlacedSchema, { order, ownerId: randomUUIDv7() }))
  const envelope = create(EnvelopeSchema, {
    id,
    type,
    key: order.number,
    occurredAt: timestampNow(),
    payload,
  })
  const body = toJsonString(EnvelopeSchema, envelope, { registry: createRegistry(OrderPlacedSchema) })
  for (let i = 0; i < times; i++) await bus.publish(topic, [{ id, type, body }])
  await consumer.drain()
  return id
}
const mailsTo = (address: string) => smtp.mails.filter((mail) => mail.to.includes(address))
const newAddress = () => `${randomUUID()}@example.test`

test('an order is confirmed once however often its event is delivered, under a Message-ID of the event', async () => {
  const email = newAddress()
  const eventId = await announce(testOrder({ email }), 3)
  expect(mailsTo(email)).toHaveLength(1)
  expect(mailsTo(email)[0]?.data).toContain(`Message-ID: <${eventId}@localhost>`)
})

test('a mail server that is away for a moment delays the mail and repeats nothing', async () => {
  const email = newAddress()
  smtp.refuseNext(2)
  await announce(testOrder({ email }))
  await expect.poll(() => mailsTo(email).length, { timeout: 10_000 }).toBe(1)
})

test('line breaks in an order number or address add neither headers nor recipients', async () => {
  const email = newAddress()
  await announce(testOrder({ email, number: 'MH-1\r\nBcc: all@b.test' }))
  expect(mailsTo(email)[0]?.to).toEqual([email])
  expect(mailsTo(email)[0]?.data.split('\n\n')[0]).not.toMatch(/^Bcc:/m)
  const before = smtp.mails.length
  await announce(testOrder({ email: `a@b.test\r\nRCPT TO:<c@d.test>` }))
  await announce(testOrder({ email: 'a@b.test, c@d.test' }))
  expect(smtp.mails.slice(before).filter((mail) => mail.to.includes('c@d.test'))).toEqual([])
})

test('staff see what an address was sent, page by page; nobody else does', async () => {
  const email = newAddress()
  for (let i = 0; i < 3; i++) await announce(testOrder({ email, number: `MH-${i}` }))
  const client = platform.client(NotificationsService)
  const staff = actingAs(await testActor({ roles: ['admin'] }))
  const first = await client.listDeliveries({ recipient: email, pageSize: 2 }, staff)
  const rest = await client.listDeliveries({ recipient: email, pageSize: 2, cursor: first.nextCursor }, staff)
  expect([first.deliveries.length, rest.deliveries.length, rest.nextCursor]).toEqual([2, 1, ''])
  const shopper = actingAs(await testActor())
  await expect(client.listDeliveries({ recipient: email }, shopper)).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

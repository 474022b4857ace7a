import { randomUUID } from 'node:crypto'
import { create, createRegistry, toJson, toJsonString } from '@bufbuild/protobuf'
import { anyPack, timestampNow } from '@bufbuild/protobuf/wkt'
import { EnvelopeSchema } from '@mallhive/contracts/events'
import { DeliveryState } from '@mallhive/contracts/notifications'
import { type Order, OrderPaidSchema, OrderSchema } from '@mallhive/contracts/orders'
import { actingAs } from '@mallhive/service-kit/auth'
import { randomUUIDv7 } from 'node:crypto'
import { testActor } from '@mallhive/service-kit/testing'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDelivering } from './deliveries/start-delivering.ts'
import { orderConfirmationTemplate } from './deliveries/templates.ts'
import { testOrder } from './mail/test-order.ts'
import * as schema from './schema.ts'
import { openTestNotifications } from './testing.ts'

const scope = new AsyncDisposableStack()
const topic = 'mallhive-orders-events'
let service: Awaited<ReturnType<typeof openTestNotifications>>

beforeAll(async () => void (service = scope.use(await openTestNotifications())))
afterAll(() => scope.disposeAsync())

/** Publishes an order's event `times` times. */
async function announce(order: Order, times = 1): Promise<string> {
  const id = randomUUIDv7()
  const type = OrderPaidSchema.typeName
  const payload = anyPack(OrderPaidSchema, create(OrderPaidSchema, { order, ownerId: randomUUIDv7() }))
  const envelope = create(EnvelopeSchema, {
    id,
    type,
    key: order.number,
    occurredAt: timestampNow(),
    payload,
  })
  const body = toJsonString(EnvelopeSchema, envelope, { registry: createRegistry(OrderPaidSchema) })
  for (let i = 0; i < times; i++) await service.bus.publish(topic, [{ id, type, body }])
  await service.consumer.drain()
  await service.delivering.drain()
  return id
}
const mailsTo = (address: string) => service.smtp.mails.filter((mail) => mail.to.includes(address))
const newAddress = () => `${randomUUID()}@example.test`

const deliveriesTo = async (recipient: string) => {
  const staff = actingAs(await testActor({ roles: ['admin'] }))
  const { deliveries } = await service.client.listDeliveries({ recipient }, staff)
  return deliveries
}

test('an order is confirmed once for repeated events, with the delivery’s Message-ID', async () => {
  const email = newAddress()
  const eventId = await announce(testOrder({ email }), 3)
  // The first mail waits for the renderer to load.
  await expect.poll(() => mailsTo(email), { timeout: 10_000 }).toHaveLength(1)
  await expect
    .poll(() => deliveriesTo(email))
    .toMatchObject([{ eventId, state: DeliveryState.SENT, attempts: 1 }])
  const [sent] = await deliveriesTo(email)
  expect(mailsTo(email)[0]?.data).toContain(`Message-ID: <${sent?.id}@localhost>`)
  expect(
    await service.db.$count(schema.delivery, sql`${schema.delivery.id} = ${sent?.id} and facts is not null`),
  ).toBe(0)
})

test('more mails than one batch are sent without a pause', async () => {
  await using own = await openTestNotifications()
  await own.delivering[Symbol.asyncDispose]()
  const email = newAddress()
  await own.db.insert(schema.delivery).values(
    Array.from({ length: 25 }, () => ({
      id: randomUUIDv7(),
      eventId: randomUUIDv7(),
      channel: 'email',
      template: orderConfirmationTemplate,
      recipient: email,
      facts: toJson(OrderSchema, testOrder({ email })),
      state: 'wanted' as const,
      dueAt: sql`now()`,
    })),
  )
  await using _ = startDelivering(own.deps, { pauseMs: 60_000 })
  await expect.poll(() => own.smtp.mails.length, { timeout: 10_000 }).toBe(25)
})

test('no transaction is open while the mail server delays its answer', async () => {
  const email = newAddress()
  const gate = Promise.withResolvers<void>()
  service.smtp.holdUntil(gate.promise)
  const announced = announce(testOrder({ email }))
  await expect.poll(() => mailsTo(email).length, { timeout: 5_000 }).toBe(1)
  const open = await service.db.execute(sql`select query from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`)
  expect(open.rows).toEqual([])
  service.smtp.holdUntil(undefined)
  gate.resolve()
  await announced
})

test('a delivery whose process died while sending is sent again under the same Message-ID', async () => {
  const email = newAddress()
  await announce(testOrder({ email }))
  const [first] = await deliveriesTo(email)
  const facts = toJson(OrderSchema, testOrder({ email }))
  await service.db
    .update(schema.delivery)
    .set({ state: 'sending', sentAt: null, dueAt: sql`now() - interval '1 second'`, facts })
    .where(eq(schema.delivery.id, first!.id))
  await service.delivering.drain()
  await expect.poll(() => mailsTo(email).length).toBe(2)
  const ids = mailsTo(email).map(({ data }) => /^Message-ID: .*$/m.exec(data)?.[0])
  expect(new Set(ids).size).toBe(1)
})

test('a recipient that the mail server refuses is dead at once, an invalid one without any attempt', async () => {
  const unknown = newAddress()
  service.smtp.refuseFor(unknown)
  await announce(testOrder({ email: unknown }))
  await expect
    .poll(() => deliveriesTo(unknown))
    .toMatchObject([{ state: DeliveryState.DEAD, failure: 'REFUSED', attempts: 1 }])
  await announce(testOrder({ email: 'a,b@example.test' }))
  const staff = actingAs(await testActor({ roles: ['admin'] }))
  const dead = await service.client.listDeliveries({ state: DeliveryState.DEAD, pageSize: 100 }, staff)
  const failures = dead.deliveries.map(({ recipient, failure }) => [recipient, failure])
  expect(failures).toContainEqual(['a,b@example.test', 'BAD_RECIPIENT'])
  expect(failures).toContainEqual([unknown, 'REFUSED'])
})

test('a long outage of the mail server leaves a dead delivery, which is counted', async () => {
  const email = newAddress()
  service.smtp.refuseNext(1_000)
  await announce(testOrder({ email }))
  await expect
    .poll(() => deliveriesTo(email), { timeout: 10_000 })
    .toMatchObject([{ state: DeliveryState.DEAD, failure: 'UNREACHABLE', attempts: 12 }])
  service.smtp.refuseNext(0)
})

test('a mail that cannot be rendered is recorded as NOT_RENDERED, and nothing is sent', async () => {
  const email = newAddress()
  await service.db.insert(schema.delivery).values({
    id: randomUUIDv7(),
    eventId: randomUUIDv7(),
    channel: 'email',
    template: orderConfirmationTemplate,
    recipient: email,
    facts: { number: ['not', 'an', 'order'] },
    state: 'wanted',
    dueAt: sql`now()`,
  })
  await service.delivering.drain()
  await expect
    .poll(() => deliveriesTo(email), { timeout: 10_000 })
    .toMatchObject([{ state: DeliveryState.DEAD, failure: 'NOT_RENDERED' }])
  expect(mailsTo(email)).toEqual([])
})

test('a short outage of the mail server delays the mail and sends it once', async () => {
  const email = newAddress()
  service.smtp.refuseNext(2)
  await announce(testOrder({ email }))
  await expect.poll(() => mailsTo(email).length, { timeout: 10_000 }).toBe(1)
})

test('line breaks in an order number or address add neither headers nor recipients', async () => {
  const email = newAddress()
  await announce(testOrder({ email, number: 'MH-1\r\nBcc: all@b.test' }))
  await expect.poll(() => mailsTo(email)[0]?.to).toEqual([email])
  expect(mailsTo(email)[0]?.data.split('\n\n')[0]).not.toMatch(/^Bcc:/m)
  const before = service.smtp.mails.length
  await announce(testOrder({ email: `a@b.test\r\nRCPT TO:<c@d.test>` }))
  await announce(testOrder({ email: 'a@b.test, c@d.test' }))
  expect(service.smtp.mails.slice(before).filter((mail) => mail.to.includes('c@d.test'))).toEqual([])
})

test('staff alone list the deliveries of an address, page by page', async () => {
  const email = newAddress()
  for (let i = 0; i < 3; i++) await announce(testOrder({ email, number: `MH-${i}` }))
  const client = service.client
  const staff = actingAs(await testActor({ roles: ['admin'] }))
  const first = await client.listDeliveries({ recipient: email, pageSize: 2 }, staff)
  const rest = await client.listDeliveries({ recipient: email, pageSize: 2, cursor: first.nextCursor }, staff)
  expect([first.deliveries.length, rest.deliveries.length, rest.nextCursor]).toEqual([2, 1, ''])
  const shopper = actingAs(await testActor())
  await expect(client.listDeliveries({ recipient: email }, shopper)).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

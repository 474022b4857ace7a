import { randomUUID } from 'node:crypto'
import { create, type DescMessage, type MessageInitShape, toJson } from '@bufbuild/protobuf'
import { timestampNow } from '@bufbuild/protobuf/wkt'
import { ProductChangedSchema, ProductSort, ProductStatus } from '@mallhive/contracts/catalog'
import { OrderPaidSchema } from '@mallhive/contracts/orders'
import { logger } from '@mallhive/process-kit/telemetry'
import { openBus } from '@mallhive/service-kit/bus'
import { startConsumer } from '@mallhive/service-kit/consumer'
import { type Db, openDb } from '@mallhive/service-kit/db'
import { testEnv } from '@mallhive/service-kit/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problem } from './rest/schemas.ts'
import { subscriptions } from './subscriptions.ts'
import { fakeCatalogue, testProduct } from './test-catalogue.ts'
import { type Line, openLine } from './test-line.ts'
import { openTestSearch, type TestSearch } from './testing.ts'

const cups = Array.from({ length: 12 }, (_, n) => testProduct(n))
const role = `shopper${randomUUID()}`.replaceAll('-', '')
let line: Line
let mall: TestSearch
let admin: Db
let origin: string

beforeAll(async () => {
  mall = await openTestSearch(fakeCatalogue(cups), {
    async reach(url) {
      admin = openDb(url, { schema: {} })
      await admin.execute(sql.raw(`create role ${role} login password 'test' in role current_user`))
      line = await openLine(Object.assign(new URL(url), { username: role, password: 'test' }).href)
      return line.url
    },
  })
  await mall.rebuild()
  origin = await mall.listen()
  await mall.client.search({ query: 'cup' })
})
afterAll(async () => {
  await mall[Symbol.asyncDispose]()
  await line[Symbol.asyncDispose]()
  await admin.execute(sql.raw(`drop role ${role}`)).catch(() => {})
  await admin[Symbol.asyncDispose]()
})

const down = { kind: 'unavailable', reason: 'UNAVAILABLE' }
const total = async () => (await mall.client.search({ query: 'cup' })).total

/** Every table of the index, held by another session until it ends. */
async function lockTables() {
  const { rows } = await admin.execute<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'search'`,
  )
  const session = await admin.$client.connect()
  const tables = rows.map(({ name }) => `search.${name}`).join(', ')
  await session.query('begin')
  await session.query(`lock table ${tables} in access exclusive mode`)
  return async () => {
    await session.query('rollback')
    session.release()
  }
}

/** As a server whose connections are used up: it answers each with SQLSTATE 53300. */
async function takeConnections() {
  await admin.execute(sql.raw(`alter role ${role} connection limit 0`))
  await admin.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${role}`)
  return () => admin.execute(sql.raw(`alter role ${role} connection limit -1`))
}

async function killServer() {
  await admin.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${role}`)
  await line.cut()
  return () => line.mend()
}

async function hangServer() {
  line.hang()
  return () => line.mend()
}

test.each<[string, () => Promise<() => Promise<unknown>>]>([
  ['killed', killServer],
  ['hung', hangServer],
  ['kept by a lock', lockTables],
  ['out of connections', takeConnections],
])('while PostgreSQL is %s searches are refused, and afterwards answered', async (_, fail) => {
  const repair = await fail()
  await expect(mall.client.search({ query: 'cup' })).rejects.toMatchObject(down)
  await expect(mall.client.suggest({ query: 'cup' })).rejects.toMatchObject(down)
  // The first search in a language.
  await expect(mall.client.search({ query: 'cup', locale: 'ar' })).rejects.toMatchObject(down)
  const response = await fetch(`${origin}/rest/search/v1/search?q=cup`)
  expect([response.status, problem.parse(await response.json()).reason]).toEqual([503, 'UNAVAILABLE'])
  await repair()
  await expect.poll(() => total().catch(() => 0), { timeout: 10_000 }).toBe(12)
})

/** Reading a row of the lists takes longer than a search may. */
async function slowDown() {
  const lists = ['listings_a', 'listings_b'].map((name) => `search.${name}`)
  for (const list of lists)
    await admin.execute(
      sql.raw(`create policy slow on ${list} using (pg_sleep(60) is not null);
        alter table ${list} enable row level security; alter table ${list} force row level security`),
    )
  return async () => {
    for (const list of lists)
      await admin.execute(
        sql.raw(`alter table ${list} disable row level security; alter table ${list} no force row level security;
          drop policy slow on ${list}`),
      )
  }
}

test('a text that takes too long is no outage, a list is', async () => {
  const repair = await slowDown()
  const tooSlow = { kind: 'unavailable', reason: 'TOO_SLOW' }
  await expect(mall.client.search({ query: 'cup' })).rejects.toMatchObject(tooSlow)
  await expect(mall.client.search({ pageSize: 3 })).rejects.toMatchObject(down)
  await repair()
  await expect.poll(() => total().catch(() => 0)).toBe(12)
})

test('what searches may not wait for, events wait for', async () => {
  const isWaiting = async () => {
    const { rows } = await admin.execute(sql`
      select from pg_locks join pg_class on pg_class.oid = relation where relname = 'tags' and not granted`)
    return rows.length > 0
  }
  const session = await admin.$client.connect()
  await session.query('begin')
  await session.query('lock table search.tags in access exclusive mode')
  const change = mall.change(
    testProduct(40, { title: 'Striped ewer', tags: [{ name: 'colour', value: 'moss', label: 'Moss' }] }),
  )
  await expect.poll(isWaiting).toBe(true)
  await expect(
    mall.client.search({ filters: [{ name: 'colour', values: ['never-seen'] }] }),
  ).rejects.toMatchObject(down)
  await session.query('rollback')
  session.release()
  await change
  const { hits } = await mall.client.search({ query: 'ewer' })
  expect(hits).toMatchObject([{ product: { title: 'Striped ewer' } }])
  await mall.change(testProduct(40, { revision: 2, status: ProductStatus.ARCHIVED }))
})

/** Lets events reach the index over a queue of its own. */
async function openQueue() {
  const service = randomUUID().slice(0, 8)
  const topic = `mallhive-${service}-events`
  const bus = openBus(testEnv())
  const log = logger('events')
  log.level = 'silent'
  const own = subscriptions(mall.deps).map((subscription) => ({ ...subscription, topic }))
  let tries = 0
  const retrySeconds = () => (tries++, 0)
  const consumer = await startConsumer({ service, subscriptions: own, bus, log, retrySeconds })
  const queue = await bus.openQueue(service, [{ topic, types: own.map(({ desc }) => desc.typeName) }])
  return {
    tries: () => tries,
    dead: async () => (await bus.depth(`${queue}-dlq`)).visible,
    async publish<D extends DescMessage>(desc: D, event: MessageInitShape<D>) {
      const type = desc.typeName
      const payload = toJson(desc, create(desc, event))
      const id = randomUUID()
      const body = JSON.stringify({
        id,
        type,
        payload: Object.assign({ '@type': `type.googleapis.com/${type}` }, payload),
      })
      await bus.publish(topic, [{ id, type, body }])
    },
    async [Symbol.asyncDispose]() {
      await consumer[Symbol.asyncDispose]()
      bus[Symbol.dispose]()
    },
  }
}

/** The server answers each write of a document with SQLSTATE 53100, as one with a full disk does. */
async function fillDisk() {
  await admin.execute(sql`
    create function search.refuse() returns trigger language plpgsql as
    $$ begin raise exception 'No space left on device' using errcode = 'disk_full'; end $$`)
  for (const table of ['products_a', 'products_b', 'sales'])
    await admin.execute(
      sql.raw(`create trigger full_disk before insert on search.${table}
        for each statement execute function search.refuse()`),
    )
  return () => admin.execute(sql`drop function search.refuse() cascade`)
}

test('a full disk costs no search, and events wait until there is room', async () => {
  await using queue = await openQueue()
  const repair = await fillDisk()
  await queue.publish(ProductChangedSchema, {
    product: testProduct(0, { revision: 2, title: 'Striped carafe' }),
  })
  await expect.poll(queue.tries).toBeGreaterThan(8)
  expect(await total()).toBe(12)
  await repair()
  const found = async () => (await mall.client.search({ query: 'carafe' })).hits
  await expect.poll(found, { timeout: 10_000 }).toMatchObject([{ product: { title: 'Striped carafe' } }])
  expect(await queue.dead()).toBe(0)
})

test('an order that is paid while the disk is full counts once there is room', async () => {
  await using queue = await openQueue()
  const repair = await fillDisk()
  const { id: productId } = testProduct(3)
  const order = { placedAt: timestampNow(), subOrders: [{ lines: [{ productId, quantity: 2 }] }] }
  await queue.publish(OrderPaidSchema, { order })
  await expect.poll(queue.tries).toBeGreaterThan(8)
  await repair()
  const first = async () => {
    const { hits, hasSales } = await mall.client.search({ sort: ProductSort.BEST_SELLING })
    return hasSales && hits[0]?.product?.id
  }
  await expect.poll(first, { timeout: 10_000 }).toBe(productId)
  expect(await queue.dead()).toBe(0)
})

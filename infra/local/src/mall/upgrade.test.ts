import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

import type { Start } from '@mallhive/service-kit/service'
import { type Old, placeAsBefore } from '@mallhive/service-orders/testing/old-writer'
import { createPartSigner } from '@mallhive/service-kit/part-tokens'
import { whileWriting } from '@mallhive/service-kit/testing/earlier-release'
import { testActor, testEnv, testPartKey, testPlatform, testToken } from '@mallhive/service-kit/testing'
import { Redis } from 'ioredis'
import { Client, Pool } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { z } from 'zod'

import { contractDatabases } from './contract-databases.ts'
import { openDatabases } from './databases.ts'
import { services } from './services.ts'

/** Answers of the RPCs of commit 9826aae, recorded on the mall that was dumped beside them. */
const recording = z.object({
  carts: z.array(z.object({ key: z.string(), lines: z.record(z.string(), z.string()) })),
  answers: z.array(
    z.object({
      rpc: z.string(),
      as: z
        .object({
          kind: z.enum(['guest', 'account', 'service']),
          id: z.string().optional(),
          name: z.string().optional(),
          email: z.string().optional(),
          roles: z.array(z.string()).optional(),
          sellerId: z.string().optional(),
        })
        .optional(),
      request: z.unknown(),
      answer: z.record(z.string(), z.unknown()),
    }),
  ),
})
const money = z.object({ minor: z.coerce.number().default(0) })
const orderWithParts = z.object({
  totals: z.object({ items: money, tax: money, total: money }),
  subOrders: z.array(z.object({ total: money, tax: money, lines: z.array(z.object({ net: money })) })),
})
type Answer = z.infer<typeof recording>['answers'][number]

const fixture = (name: string): string =>
  gunzipSync(readFileSync(new URL(`../../fixtures/mall-of-2026-11.${name}.gz`, import.meta.url))).toString()
const { carts, answers } = recording.parse(JSON.parse(fixture('answers.json')))

/** An order dumped after the card network's answer and before the end of its checkout; its status is not compared. */
const underWay = { number: 'MH-WJHZEQBH', email: 'shopper@mallhive.test' }

const stack = new AsyncDisposableStack()
let admin: Client
let booksBefore: unknown[]
let placedMeanwhile: Old[]
let readBefore: unknown
let databaseUrls: ReturnType<typeof openDatabases> extends Promise<infer Urls> ? Urls : never
let url: string

beforeAll(async () => {
  const { postgresUrl, redisUrl } = inject('engines')
  await restoreDatabase(postgresUrl)
  admin = await connected(Object.assign(new URL(postgresUrl), { pathname: '/mallhive' }).href)
  stack.defer(() => admin.end())
  // It goes on in a test of its own: it posts to the ledger and sends a mail, which the other tests compare.
  await underWayDue('1 hour')
  booksBefore = await books()
  await admin.query(`insert into analytics.release_minute
    values ('cart', '1.0.0', now(), 7, 0, 7, 0, '{}', '{}', '{}', '{}', null)`)
  const redis = new Redis(redisUrl)
  for (const { key, lines } of carts) await redis.hset(key, lines)
  redis.disconnect()

  const passwords = services.map((name) => [name, 'mall'])
  const databasePasswords = Object.fromEntries(passwords)
  databaseUrls = await openDatabases(postgresUrl, { databasePasswords })
  const env = testEnv({
    // Topics and queues are per region; another region keeps them apart from those of other test files.
    AWS_REGION: 'eu-west-1',
    AUTH_SECRET: 'the secret of a mall of November 2026',
    SMTP_URL: 'smtp://127.0.0.1:9',
    SANDBOX_PROVIDER_URL: 'http://127.0.0.1:9',
    PAYMENTS_WEBHOOK_SECRET: 'a-secret-that-only-tests-know',
    BEACON_KEY: 'a key of at least thirty-two characters',
  })
  const platform = stack.use(testPlatform())
  const startServices = async () => {
    for (const name of services) {
      const { start }: { start: Start } = await import(`@mallhive/service-${name}/main`)
      await platform.start(name, start, { ...env, DATABASE_URL: databaseUrls[name] })
    }
  }
  const pool = new Pool({ connectionString: databaseUrls.orders })
  placedMeanwhile = await whileWriting(2, (n) => placeOld(pool, n), [startServices])
  await pool.end()
  url = await platform.listen({ port: 0 })
  readBefore = await ordersOf('ada')
  await contractDatabases(databaseUrls)
}, 60_000)
afterAll(() => stack.disposeAsync())

test.each([...new Set(answers.map(({ rpc }) => rpc))])('%s answers as before the upgrade', async (rpc) => {
  for (const { request, as, answer } of answers.filter((recorded) => recorded.rpc === rpc)) {
    const expected = inPresentFields(answer)
    expect({ request, answer: await ask({ rpc, as, request }) }).toMatchObject({ request, answer: expected })
  }
})

test('orders that the earlier release placed during the expansion read the same before and after the contraction', async () => {
  const after = await ordersOf('ada')
  expect(after).toHaveLength(placedMeanwhile.length)
  expect(after).toEqual(readBefore)
})

test('a repeated contraction changes nothing', async () => {
  await contractDatabases(databaseUrls)
  const { rows } = await admin.query(`select table_name from information_schema.columns
    where (table_schema, column_name) in (('orders', 'variant_label'), ('orders', 'status'), ('identity', 'seller_id'))`)
  expect(rows).toEqual([])
  const { rows: triggers } =
    await admin.query(`select tgname from pg_trigger t join pg_class c on c.oid = tgrelid
    where not tgisinternal and relnamespace in ('orders'::regnamespace, 'payments'::regnamespace) order by 1`)
  expect(triggers.map(({ tgname }) => tgname)).toEqual(['append_only', 'append_only', 'ledger_balances'])
})

test('the parts of every order add up to its totals', async () => {
  const listed = z.object({ orders: z.array(orderWithParts).default([]) })
  const asked = answers.filter(({ rpc }) => rpc === 'mallhive.orders.v1.OrdersService/ListOrders')
  const lists = await Promise.all(asked.map(async (recorded) => listed.parse(await ask(recorded)).orders))
  const orders = lists.flat()
  expect(orders).toHaveLength(10)
  for (const { subOrders, totals } of orders) {
    const sum = (of: (part: (typeof subOrders)[number]) => number) =>
      subOrders.reduce((total, part) => total + of(part), 0)
    expect(sum(({ total }) => total.minor)).toBe(totals.total.minor)
    expect(sum(({ tax }) => tax.minor)).toBe(totals.tax.minor)
    expect(sum(({ lines }) => lines.reduce((net, line) => net + line.net.minor, 0))).toBe(totals.items.minor)
  }
})

test('the ledger is the same as before the upgrade', async () => {
  expect(booksBefore).toHaveLength(18)
  expect(await books()).toEqual(booksBefore)
})

test('every account still signs in with its password', async () => {
  const accounts = new Map(answers.flatMap(({ as }) => (as?.kind === 'account' ? [[as.id, as]] : [])))
  expect(accounts.size).toBe(5)
  for (const { id, email } of accounts.values()) {
    const request = { email, password: 'mallhive-demo', clientAddress: '127.0.0.1' }
    const answer = await ask({ rpc: 'mallhive.identity.v1.IdentityService/SignIn', request })
    expect(answer).toMatchObject({ user: { id, email } })
  }
})

test('the seller from before the upgrade owns the shop, and is the only owner', async () => {
  const { rows } = await admin.query(`select u.email, m.shop_id, m.role
    from identity.memberships m join identity."user" u on u.id = m.user_id`)
  const seller = answers.find(({ as }) => as?.email === 'seller@mallhive.test')
  expect(rows).toEqual([{ email: 'seller@mallhive.test', shop_id: seller?.as?.sellerId, role: 'owner' }])
  const request = { email: 'seller@mallhive.test', password: 'mallhive-demo', clientAddress: '127.0.0.1' }
  const answer = await ask({ rpc: 'mallhive.identity.v1.IdentityService/SignIn', request })
  expect(answer).toMatchObject({ user: { memberships: [{ role: 'owner' }] } })
})

test('every earlier mail counts as sent and is not sent again', async () => {
  // Only mails from after the upgrade store facts, until they are sent.
  const { rows } = await admin.query('select distinct state from notifications.delivery where facts is null')
  expect(rows).toEqual([{ state: 'sent' }])
})

test('an order in capture at the upgrade is paid and confirmed after it, and no earlier mail is sent again', async () => {
  const order = { rpc: 'mallhive.orders.v1.OrdersService/GetOrder', request: underWay }
  await underWayDue('0')
  const paid = { status: 'ORDER_STATUS_PAID', payment: 'PAYMENT_STATE_CAPTURED' }
  await expect.poll(() => ask(order), { timeout: 15_000 }).toMatchObject({ order: paid })
  // Without a mail server, mails to be sent stay queued.
  const mails = async () =>
    (
      await admin.query(
        `select state = 'sent' sent, count(*)::int from notifications.delivery group by 1 order by 1`,
      )
    ).rows
  const expected = [
    { sent: false, count: 1 },
    { sent: true, count: 8 },
  ]
  await expect.poll(mails, { timeout: 10_000 }).toEqual(expected)
})

test('release-health keeps the counts from before its renaming', async () => {
  const { rows } = await admin.query('select reports from release_health.release_minute')
  expect(rows).toEqual([{ reports: 7 }])
  const { rows: schemas } = await admin.query(`select from pg_namespace where nspname like 'analytics%'`)
  expect(schemas).toEqual([])
})

test('a service of today may be called analytics', async () => {
  await admin.query('create role analytics; create schema analytics authorization analytics')
  stack.defer(async () => void (await admin.query('drop schema analytics; drop role analytics')))
  const passwords = services.map((name) => [name, 'mall'])
  await openDatabases(inject('engines').postgresUrl, { databasePasswords: Object.fromEntries(passwords) })
  const { rows } = await admin.query(
    `select nspname from pg_namespace where nspname in ('analytics', 'release_health') order by 1`,
  )
  expect(rows).toEqual([{ nspname: 'analytics' }, { nspname: 'release_health' }])
})

test('every earlier variant has its SKU as seller SKU, and every product a revision', async () => {
  const { rows } = await admin.query(`select
      (select count(*)::int from catalog.variants v join catalog.products p on p.id = v.product_id
        where v.seller_sku is distinct from v.sku or v.seller_id <> p.seller_id) as strays,
      (select count(*)::int from catalog.products where revision <> 1) as revised,
      (select count(*)::int from catalog.attribute_definitions where is_facet) as facets`)
  expect(rows).toEqual([{ strays: 0, revised: 0, facets: 11 }])
})

function placeOld(pool: Pool, n: number): Promise<Old> {
  const old = { checkoutId: randomUUID(), refused: false, sellers: 1 + (n % 3), totalMinor: 1_490 + n }
  return placeAsBefore(pool, old).then(() => old)
}

async function ordersOf(ownerId: string): Promise<unknown[]> {
  const page = z.object({ orders: z.array(z.unknown()).default([]), nextCursor: z.string().default('') })
  const all: unknown[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const rpc = 'mallhive.orders.v1.OrdersService/ListOrders'
    const as = { kind: 'account' as const, id: ownerId }
    const { orders, nextCursor } = page.parse(await ask({ rpc, as, request: { pageSize: 100, cursor } }))
    all.push(...orders)
    cursor = nextCursor || undefined
  }
  return all
}

/** Returns a recorded answer without the texts that services made at the recording: the facts stand for them now. */
const inPresentFields = (answer: Answer['answer']): unknown =>
  JSON.parse(JSON.stringify(answer), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    if ('variantLabel' in value && typeof value.variantLabel === 'string') {
      const { variantLabel, ...line } = value
      const options = variantLabel.split(/, (?=[^,:]+: )/).map((option) => {
        const [label = '', ...chosen] = option.split(': ')
        return { label, value: chosen.join(': ') }
      })
      return { ...line, options }
    }
    const superseded = [
      ...('note' in value ? ['note', 'status'] : []),
      ...('minDays' in value || ('name' in value && value.name === 'seller') ? ['label'] : []),
    ]
    if (superseded.length === 0) return value
    return Object.fromEntries(Object.entries(value).filter(([field]) => !superseded.includes(field)))
  })

async function restoreDatabase(serverUrl: string): Promise<void> {
  const server = await connected(serverUrl)
  await server.query('create database mallhive')
  await server.end()
  const database = await connected(Object.assign(new URL(serverUrl), { pathname: '/mallhive' }).href)
  await database.query('create extension pg_trgm; create extension unaccent')
  await database.query(fixture('sql'))
  await database.end()
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString })
  await client.connect()
  return client
}

const underWayDue = (after: string) =>
  admin.query('update orders.checkouts set due_at = now() + $1::interval where order_number = $2', [
    after,
    underWay.number,
  ])

const books = async (): Promise<unknown[]> =>
  (
    await admin.query(`select t.id, t.checkout_id, t.kind, t.at, e.account, e.amount_minor, e.currency
      from payments.ledger_transactions t join payments.ledger_entries e on e.transaction_id = t.id order by t.id, e.account`)
  ).rows

/** Calls an RPC by Connect's JSON as the caller of the recording, or as a caller that the RPC accepts now. */
async function ask({ rpc, as, request }: Pick<Answer, 'rpc' | 'as' | 'request'>): Promise<unknown> {
  const token = as && (await tokenOf(rpc, as))
  const response = await fetch(`${url}/${rpc}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(request),
  })
  return response.json()
}

/** Callers of RPCs that accepted any service at the recording; now the stock ledger accepts staff, payments accept orders. */
async function tokenOf(rpc: string, as: NonNullable<Answer['as']>): Promise<string> {
  const { id = '', sellerId, ...claims } = as
  const memberships = sellerId ? [{ shopId: sellerId, role: 'owner' }] : []
  if (as.kind !== 'service') return testToken({ ...claims, memberships }, id)
  if (rpc.endsWith('/ListMovements')) return (await testActor({ roles: ['admin'] })).token
  const [service = ''] = rpc.split('/')
  return createPartSigner('orders', { PART_KEY: testPartKey('orders') })(service)
}

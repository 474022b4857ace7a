import { createHmac, randomUUID } from 'node:crypto'
import type { Client } from '@connectrpc/connect'
import { toMoney } from '@mallhive/contracts/money'
import { PaymentsService, PaymentStatus } from '@mallhive/contracts/payments'
import { actingAs } from '@mallhive/service-kit/auth'
import { testActor, testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { start } from './main.ts'
import * as schema from './schema.ts'
import { openSandboxNetwork, sandboxSecret, type SandboxNetwork } from './testing.ts'

const stack = new AsyncDisposableStack()
let network: SandboxNetwork
let db: Awaited<ReturnType<typeof testDb<typeof schema>>>
let payments: Client<typeof PaymentsService>
let asShopper: ReturnType<typeof actingAs>
let url: string

beforeAll(async () => {
  network = stack.use(await openSandboxNetwork())
  db = stack.use(await testDb('payments', new URL('../drizzle', import.meta.url), schema))
  const platform = stack.use(testPlatform())
  const env = testEnv({
    DATABASE_URL: db.url,
    SANDBOX_PROVIDER_URL: network.url,
    PAYMENTS_WEBHOOK_SECRET: sandboxSecret,
    PROVIDER_TIMEOUT_MS: '500',
  })
  await platform.start('payments', start, env)
  // Started as a service, so that calls carry a service's token.
  await platform.start('orders', async (host) => void (payments = host.client(PaymentsService)), env)
  asShopper = actingAs(await testActor())
  url = await platform.listen({ port: 0 })
})
afterAll(() => stack.disposeAsync())

const pay = async (card: string, checkoutId = randomUUID() as string) => {
  const order = {
    checkoutId,
    amount: toMoney(1_999, 'EUR'),
    paymentMethod: await network.card(card),
    returnUrl: 'http://localhost:4000/checkout/1/return',
  }
  const { payment } = await payments.authorise(order)
  return { order, payment }
}

function webhook(id: string, checkoutId: string, status: string): Promise<number> {
  const data = { reference: checkoutId, status, decline_code: null, next_action_url: null }
  return signed(JSON.stringify({ id, data })).then((response) => response.status)
}

function signed(body: string): Promise<Response> {
  const t = Math.floor(Date.now() / 1000)
  const v1 = createHmac('sha256', sandboxSecret).update(`${t}.${body}`).digest('hex')
  const headers = { 'content-type': 'application/json', 'sandbox-signature': `t=${t},v1=${v1}` }
  return fetch(`${url}/webhooks/sandbox`, { method: 'POST', headers, body })
}

const operationsOf = (checkoutId: string) =>
  db.query.operations.findMany({
    columns: { kind: true, state: true, key: true, reference: true, refusalCode: true },
    where: eq(schema.operations.checkoutId, checkoutId),
    orderBy: schema.operations.id,
  })

const entriesOf = async (checkoutId: string) =>
  (
    await db.execute<{ n: number; sum: number }>(sql`select count(*)::int n, sum(amount_minor)::int sum
      from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id where t.checkout_id = ${checkoutId}`)
  ).rows[0]

test('five concurrent captures charge once, in the network and in the ledger', async () => {
  const { order, payment } = await pay('4242424242424242')
  expect(payment?.status).toBe(PaymentStatus.AUTHORISED)
  const answers = await Promise.all(Array.from({ length: 5 }, () => payments.capture(order)))
  expect(answers.map((answer) => answer.payment?.status)).toEqual(Array(5).fill(PaymentStatus.CAPTURED))
  expect((await network.dump())[order.checkoutId]?.captures).toEqual([1_999])
  expect(await entriesOf(order.checkoutId)).toEqual({ n: 2, sum: 0 })
})

test('a repeated operation is one row, by its key, with the provider’s reference', async () => {
  const { order } = await pay('4242424242424242')
  const { checkoutId } = order
  await Promise.all([payments.authorise(order), payments.capture(order), payments.capture(order)])
  await payments.void(order)
  const reference = `pay_${checkoutId.replaceAll('-', '')}`
  const settled = { state: 'succeeded', reference, refusalCode: '' }
  expect(await operationsOf(checkoutId)).toEqual([
    { ...settled, kind: 'authorise', key: `${checkoutId}:authorise` },
    { ...settled, kind: 'capture', key: `${checkoutId}:capture` },
  ])
})

test('an operation is stored before the provider answers, and a refusal with its code', async () => {
  const lost = await pay('4000000000000119')
  expect(await operationsOf(lost.order.checkoutId)).toMatchObject([{ kind: 'authorise', state: 'pending' }])
  const declined = await pay('4000000000000002')
  expect(await operationsOf(declined.order.checkoutId)).toMatchObject([
    { kind: 'authorise', state: 'refused', refusalCode: 'card_declined' },
  ])
  const refused = await pay('4000000000000663')
  await payments.capture(refused.order)
  expect(await operationsOf(refused.order.checkoutId)).toMatchObject([
    { kind: 'authorise', state: 'succeeded' },
    { kind: 'capture', state: 'refused', refusalCode: 'capture_refused' },
  ])
})

const given = [
  { sellerId: 'a', amount: toMoney(1_500, 'EUR') },
  { sellerId: 'b', amount: toMoney(499, 'EUR') },
]
const owed = [
  { account: 'receivable:sandbox', amount: 1_999 },
  { account: 'seller:a:pending', amount: -1_500 },
  { account: 'seller:b:pending', amount: -499 },
]

/** The balances of a payment's accounts, without those that are zero. */
const accounts = async (checkoutId: string) =>
  (
    await db.execute(sql`select account, sum(amount_minor)::int amount from payments.ledger_entries e
      join payments.ledger_transactions t on t.id = e.transaction_id where t.checkout_id = ${checkoutId}
      group by account having sum(amount_minor) <> 0 order by account`)
  ).rows

test('a capture is owed to the sellers by share, also when its webhook arrives first', async () => {
  const { order } = await pay('4242424242424242')
  await payments.capture({ ...order, shares: given })
  expect(await accounts(order.checkoutId)).toEqual(owed)

  const other = await pay('4242424242424242')
  const capturing = payments.capture({ ...other.order, shares: given })
  const told = webhook('evt', other.order.checkoutId, 'captured')
  await Promise.all([capturing, told])
  expect(await accounts(other.order.checkoutId)).toEqual(owed)
})

test('shares that come after the capture are allocated once, and wrong ones are refused', async () => {
  const told = await pay('4242424242424242')
  const { checkoutId } = told.order
  await webhook(`evt_${checkoutId}`, checkoutId, 'captured')
  const wrong = [{ sellerId: 'a', amount: toMoney(5, 'EUR') }]
  await expect(payments.capture({ checkoutId, shares: wrong })).rejects.toMatchObject({
    reason: 'BAD_SHARES',
  })
  await Promise.all(Array.from({ length: 5 }, () => payments.capture({ checkoutId, shares: given })))
  await payments.capture({ checkoutId, shares: given })
  expect(await accounts(checkoutId)).toEqual(owed)
  const { rows } = await db.execute(
    sql`select kind from payments.ledger_transactions where checkout_id = ${checkoutId} order by kind`,
  )
  expect(rows).toEqual([{ kind: 'allocation' }, { kind: 'charge' }])

  const { order } = await pay('4242424242424242')
  await payments.capture({ checkoutId: order.checkoutId })
  await payments.capture({ checkoutId: order.checkoutId, shares: given })
  expect(await accounts(order.checkoutId)).toEqual(owed)
})

test('an operation that loses against another is closed, and a capture closes its authorisation as succeeded', async () => {
  const statesOf = async (checkoutId: string) =>
    Object.fromEntries((await operationsOf(checkoutId)).map(({ kind, state }) => [kind, state]))
  const lost = await pay('4000000000000119')
  await payments.void(lost.order)
  expect(await statesOf(lost.order.checkoutId)).toEqual({ authorise: 'refused', void: 'succeeded' })

  const told = await pay('4000000000000119')
  await webhook(`evt_${told.order.checkoutId}`, told.order.checkoutId, 'captured')
  expect(await statesOf(told.order.checkoutId)).toEqual({ authorise: 'succeeded', capture: 'succeeded' })

  for (let round = 0; round < 5; round++) {
    const { order } = await pay('4242424242424242')
    const { checkoutId } = order
    await Promise.all([
      payments.capture({ checkoutId, shares: given }),
      payments.void({ checkoutId }),
      webhook(`evt_${checkoutId}`, checkoutId, 'captured'),
    ])
    const { payment } = await payments.void({ checkoutId })
    const states = await statesOf(checkoutId)
    expect(Object.values(states)).not.toContain('pending')
    const isCaptured = payment?.status === PaymentStatus.CAPTURED
    expect(await accounts(checkoutId)).toEqual(isCaptured ? owed : [])
  }
})

test('shares with another sum, another currency or a repeated seller are refused without a call to the provider', async () => {
  const { order } = await pay('4242424242424242')
  const share = (sellerId: string, minor: number, currency = 'EUR') => ({
    sellerId,
    amount: toMoney(minor, currency),
  })
  for (const shares of [
    [share('a', 1_998)],
    [share('a', 1_999, 'USD')],
    [share('a', 1_000), share('b', 999, 'USD')],
    [share('a', 1_000), share('a', 999)],
    [share('a', 2_999), share('b', -1_000)],
    [share('', 1_999)],
    [{ sellerId: 'a' }],
    [{ sellerId: 'a', amount: { minor: 2n ** 60n, currency: 'EUR' } }],
  ])
    await expect(payments.capture({ ...order, shares })).rejects.toMatchObject({ reason: 'BAD_SHARES' })
  expect(await operationsOf(order.checkoutId)).toMatchObject([{ kind: 'authorise' }])
})

test('no transaction is open while the provider delays its answer', async () => {
  const paying = pay('4000000000000119')
  const idle = sql`select query from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`
  const asked = sql`select 1 from payments.operations where state = 'pending' and requested_at > now() - interval '1 second'`
  await expect.poll(async () => (await db.execute(asked)).rows.length).toBeGreaterThan(0)
  expect((await db.execute(idle)).rows).toEqual([])
  expect((await paying).payment?.status).toBe(PaymentStatus.UNKNOWN)
})

test('a lost answer leaves the outcome unknown, and a retry finds it', async () => {
  const { order, payment } = await pay('4000000000000119')
  expect(payment?.status).toBe(PaymentStatus.UNKNOWN)
  expect((await payments.authorise(order)).payment?.status).toBe(PaymentStatus.AUTHORISED)
})

test('repeated and reordered webhooks leave the furthest state and one charge', async () => {
  const { order } = await pay('4242424242424242')
  const { checkoutId } = order
  expect(await webhook(`evt_${checkoutId}_2`, checkoutId, 'captured')).toBe(204)
  expect(await webhook(`evt_${checkoutId}_2`, checkoutId, 'captured')).toBe(204)
  expect(await webhook(`evt_${checkoutId}_1`, checkoutId, 'authorised')).toBe(204)
  expect((await payments.getPayment({ checkoutId })).payment?.status).toBe(PaymentStatus.CAPTURED)
  expect(await entriesOf(checkoutId)).toEqual({ n: 2, sum: 0 })
})

test('a void before its authorisation wins', async () => {
  const checkoutId = randomUUID()
  expect((await payments.void({ checkoutId })).payment?.status).toBe(PaymentStatus.VOIDED)
  expect((await pay('4242424242424242', checkoutId)).payment?.status).toBe(PaymentStatus.VOIDED)
})

test('a void before its authorisation wins, also when the provider did not answer it', async () => {
  const checkoutId = randomUUID()
  // As a void leaves it whose call the provider did not answer.
  await db.insert(schema.payments).values({
    checkoutId,
    provider: 'sandbox',
    status: 'unknown',
    amountMinor: 0,
    currency: 'XXX',
  })
  expect((await pay('4242424242424242', checkoutId)).payment?.status).toBe(PaymentStatus.VOIDED)
  expect((await network.dump())[checkoutId]?.status).not.toBe('authorised')
  expect(await operationsOf(checkoutId)).toMatchObject([
    { kind: 'authorise', state: 'refused' },
    { kind: 'void', state: 'succeeded' },
  ])
})

test('a second authorisation for another amount is refused', async () => {
  const { order } = await pay('4242424242424242')
  await expect(payments.authorise({ ...order, amount: toMoney(1, 'EUR') })).rejects.toMatchObject({
    reason: 'AMOUNT_CHANGED',
  })
})

test.each([undefined, { minor: 0n, currency: 'EUR' }, { minor: 2n ** 60n, currency: 'EUR' }])(
  'an authorisation of the amount %o is refused',
  async (amount) => {
    const order = {
      checkoutId: randomUUID(),
      amount,
      paymentMethod: 'pm_1',
      returnUrl: 'http://localhost:4000/',
    }
    await expect(payments.authorise(order)).rejects.toMatchObject({ reason: 'BAD_AMOUNT' })
  },
)

test('calls of shoppers and forged webhooks are refused', async () => {
  const checkoutId = randomUUID()
  await expect(payments.capture({ checkoutId }, asShopper)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(payments.void({ checkoutId }, asShopper)).rejects.toMatchObject({ kind: 'forbidden' })
  const headers = { 'content-type': 'application/json', 'sandbox-signature': `t=1,v1=${'0'.repeat(64)}` }
  const forged = await fetch(`${url}/webhooks/sandbox`, { method: 'POST', headers, body: '{}' })
  expect(forged.status).toBe(400)
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"data":{"reference":"1"}}',
  '{"data":{"reference":"00000000-0000-4000-8000-000000000000","status":"teleported"}}',
  '{"data":{"reference":"00000000-0000-4000-8000-000000000000"}}',
])('a signed webhook that makes no sense is refused without a word about internals: %s', async (body) => {
  const response = await signed(body)
  expect([response.status, await response.text()]).toEqual([400, '{"error":"refused"}'])
})

test('a card form posts to the provider and returns to the mall only', async () => {
  const form = await payments.getCardForm(
    { returnUrl: 'http://localhost:4000/checkout/1/payment' },
    asShopper,
  )
  expect(new URL(form.action).origin).toBe(new URL(network.url).origin)
  expect(form.fields['return_url']).toBe('http://localhost:4000/checkout/1/payment')
  await expect(
    payments.getCardForm({ returnUrl: 'https://elsewhere.test/' }, asShopper),
  ).rejects.toMatchObject({
    reason: 'BAD_RETURN_URL',
  })
})

import { setTimeout as delay } from 'node:timers/promises'

import { CheckoutFailedSchema, OrderPaidSchema, OrderPlacedSchema } from '@mallhive/contracts/orders'
import { openBus } from '@mallhive/service-kit/bus'
import { Client } from 'pg'

import { awsCredentials } from '../../src/mall/secrets.ts'
import type { Stage } from './stage.ts'

type CheckoutBooks = {
  id: string
  state: string
  total: number
  orders: number
  paid: number
  parts: number
  entries: number
  charges: number
  reservation: string | null
  amounts: number
  placed: number
  announced: number
  failed: number
  unsent: number
}
type Dump = Record<string, { status: string; captures: number[] }>

/** Compares the records of orders, payments, inventory and the bus with those of the card network, which are authoritative. */
export type Books = AsyncDisposable & {
  resting(id?: string): Promise<boolean>
  /** Returns a sentence for every inconsistency. */
  violations(): Promise<{ checkouts: number; orders: number; found: string[] }>
}

export async function openBooks(stage: Pick<Stage, 'engines' | 'provider'>): Promise<Books> {
  const { engines, provider } = stage
  const db = new Client({
    connectionString: Object.assign(new URL(engines.postgres.url), { pathname: '/mallhive' }).href,
  })
  await db.connect()
  const credentials = awsCredentials(engines.secrets)
  const bus = openBus({
    AWS_ENDPOINT_URL: engines.aws.url,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  })
  const types = [OrderPlacedSchema, OrderPaidSchema, CheckoutFailedSchema].map(({ typeName }) => typeName)
  const queue = await bus.openQueue('bench', [{ topic: 'mallhive-orders-events', types }])

  async function arrivals(): Promise<Map<string, Set<string>>> {
    const bySubject = new Map<string, Set<string>>()
    for (let quiet = 0; quiet < 3;) {
      const messages = await bus.receive(queue, 1)
      quiet = messages.length === 0 ? quiet + 1 : 0
      for (const { body } of messages) {
        const { id, type, payload } = JSON.parse(body)
        const subject = `${payload.order?.checkoutId ?? payload.checkoutId} ${type}`
        bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(id))
      }
      await bus.remove(
        queue,
        messages.map(({ receipt }) => receipt),
      )
    }
    return bySubject
  }

  return {
    async resting(id) {
      const moving = `select 1 from orders.checkouts where state not in ('open', 'done', 'failed') and coalesce(id = $1, true) limit 1`
      return (await db.query(moving, [id ?? null])).rowCount === 0
    },
    async violations() {
      const { rows } = await db.query<CheckoutBooks>(perCheckout)
      const dump: Dump = JSON.parse(await (await fetch(`${provider}/v1/dump`)).text())
      const events = await arrivals()
      const found = rows.flatMap((row) =>
        faultsOf(row, dump[row.id], events).map((fault) => `${row.id} ${fault}`),
      )
      const known = new Set(rows.map(({ id }) => id))
      for (const id of Object.keys(dump))
        if (!known.has(id)) found.push(`${id} was paid for without a checkout`)
      const shelves = await db.query(shelvesAtFault)
      for (const shelf of shelves.rows) found.push(`shelf ${JSON.stringify(shelf)}`)
      const ledger = await db.query(
        `select 1 from payments.ledger_entries group by currency having sum(amount_minor) <> 0`,
      )
      if (ledger.rowCount) found.push('the ledger does not balance')
      return { checkouts: rows.length, orders: rows.reduce((sum, row) => sum + row.orders, 0), found }
    },
    async [Symbol.asyncDispose]() {
      bus[Symbol.dispose]()
      await db.end()
    },
  }
}

function faultsOf(
  row: CheckoutBooks,
  paid: Dump[string] | undefined,
  events: Map<string, Set<string>>,
): string[] {
  const arrived = (type: string) => events.get(`${row.id} ${type}`)?.size ?? 0
  const done = row.state === 'done'
  const captures = paid?.captures ?? []
  const expected: [string, boolean][] = [
    [`rests in ${row.state}`, done || row.state === 'failed'],
    [
      `has ${row.orders} orders, ${row.paid} paid`,
      done ? row.orders === 1 && row.paid === 1 : row.orders === 0,
    ],
    [`has ${row.entries} timeline entries of ${row.orders} orders`, row.entries === row.orders * 2],
    [`has ${row.orders} orders in ${row.parts} parts`, done ? row.parts >= 1 : row.parts === 0],
    [
      `was captured ${captures.join(' and ') || 'never'} of ${row.total}`,
      done ? captures.length === 1 && captures[0] === row.total : captures.length === 0,
    ],
    [`has parts and lines of ${row.amounts} in all`, done ? row.amounts === row.total : row.amounts === 0],
    [`has ${row.charges} charges in the books`, row.charges === (done ? 1 : 0)],
    [
      `left a payment ${paid?.status}`,
      done ? paid?.status === 'captured' : !paid || paid.status === 'voided' || paid.status === 'declined',
    ],
    [
      `left a reservation ${row.reservation}`,
      done ? row.reservation === 'committed' : row.reservation !== 'committed' && row.reservation !== 'held',
    ],
    [
      `announced ${row.placed} placed and ${row.announced} paid orders, ${row.failed} failures`,
      row.placed === Number(done) && row.announced === Number(done) && row.failed === Number(!done),
    ],
    [`kept ${row.unsent} events to itself`, row.unsent === 0],
    [
      'was announced on the bus otherwise',
      arrived(OrderPlacedSchema.typeName) === Number(done) &&
        arrived(OrderPaidSchema.typeName) === Number(done) &&
        arrived(CheckoutFailedSchema.typeName) === Number(!done),
    ],
  ]
  return expected.flatMap(([fault, well]) => (well ? [] : [fault]))
}

export async function until(what: string, holds: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`still not ${what} after ${timeoutMs} ms`)
    await delay(100)
  }
}

const perCheckout = `
  with said as (
    select (body::jsonb -> 'payload' -> 'order' ->> 'checkoutId') as of_order, (body::jsonb -> 'payload' ->> 'checkoutId') as of_checkout, type, sent_at from orders.outbox)
  select c.id, c.state::text, (c.totals ->> 'totalMinor')::int total, count(distinct o.id)::int orders,
    count(distinct o.id) filter (where o.payment = 'captured')::int paid,
    (select count(*)::int from orders.sub_orders s where s.order_id = any(array_agg(o.id))) parts,
    (select coalesce(sum(s.total_minor) filter (where s.total_minor = s.shipping_minor + (
        select sum(l.net_minor) from orders.order_lines l where l.sub_order_id = s.id)), 0)::int
      from orders.sub_orders s where s.order_id = any(array_agg(o.id))) amounts,
    (select count(*)::int from orders.timeline t where t.order_id = any(array_agg(o.id))) entries,
    (select count(*)::int from payments.ledger_transactions t where t.checkout_id = c.id) charges,
    (select status::text from cart.reservations r where r.checkout_id = c.id::text) reservation,
    (select count(*)::int from said where of_order = c.id::text and type like '%OrderPlaced') placed,
    (select count(*)::int from said where of_order = c.id::text and type like '%OrderPaid') announced,
    (select count(*)::int from said where of_checkout = c.id::text) failed,
    (select count(*)::int from said where sent_at is null and c.id::text in (of_order, of_checkout)) unsent
  from orders.checkouts c left join orders.orders o on o.checkout_id = c.id where c.state <> 'open' group by c.id`

const shelvesAtFault = `
  with sold as (
    select l ->> 'sku' sku, sum((l ->> 'quantity')::int) quantity from orders.checkouts c, jsonb_array_elements(c.lines) l where c.state = 'done' group by 1),
  booked as (
    select sku, sum(on_hand_delta) on_hand, sum(reserved_delta) reserved, -coalesce(sum(on_hand_delta) filter (where kind = 'committed'), 0) taken
    from cart.movements group by 1)
  select s.sku, s.on_hand, s.reserved, booked.*, sold.quantity from cart.stock s join booked using (sku) left join sold using (sku)
  where s.on_hand <> booked.on_hand or s.reserved <> booked.reserved or s.reserved <> 0 or booked.taken <> coalesce(sold.quantity, 0)`

import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { OrderStatus, PaymentState, TimelineKind } from '@mallhive/contracts/orders'
import { minorOf } from '@mallhive/contracts/money'
import { migrate } from '@mallhive/service-kit/db'
import { testDb } from '@mallhive/service-kit/testing'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expandOrders } from './expand.ts'
import { wholeOrder } from './order/load-orders.ts'
import { toOrder } from './order/view.ts'
import * as schema from './schema.ts'
import { type Old, placeAsBefore } from './testing/old-writer.ts'
import { openWorld } from './testing.ts'

const migrations = new URL('../drizzle', import.meta.url)
const before = await mkdtemp(join(tmpdir(), 'migrations-'))
let db: Awaited<ReturnType<typeof testDb<typeof schema>>>

beforeAll(async () => {
  await cp(migrations, before, { recursive: true })
  const journal = join(before, 'meta/_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8'))
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 1) }))
  db = await testDb('orders', pathToFileURL(before), schema)
})
afterAll(async () => {
  await db[Symbol.asyncDispose]()
  await rm(before, { recursive: true })
})

test('the previous release places orders during the expansion, and every order reads the same', async () => {
  const placed: Old[] = []
  const stop = new AbortController()
  const write = async (writer: number) => {
    for (let n = 0; !stop.signal.aborted; n++) {
      const sellers = 1 + ((writer + n) % 3)
      const old = {
        checkoutId: randomUUID(),
        refused: n % 4 === 3,
        sellers,
        totalMinor: 1_490 + n * 7 + writer,
      }
      await placeAsBefore(db.$client, old)
      placed.push(old)
    }
  }
  const writing = Promise.all([0, 1, 2, 3].map(write))
  const written = async (more: number) => {
    const wanted = placed.length + more
    await expect.poll(() => placed.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(wanted)
  }
  await written(100)
  await migrate(db, migrations, 'orders')
  await written(20)
  await expandOrders({ db }, 10)
  await written(20)
  stop.abort()
  await writing

  for (const old of placed) {
    const [row] = await db
      .select(wholeOrder)
      .from(schema.orders)
      .where(eq(schema.orders.checkoutId, old.checkoutId))
    if (!row) throw new Error('an order is missing')
    const order = toOrder(row)
    const sum = (of: (part: (typeof order.subOrders)[number]) => number) =>
      order.subOrders.reduce((total, part) => total + of(part), 0)
    expect(order).toMatchObject(
      old.refused
        ? { status: OrderStatus.PLACED, payment: PaymentState.REFUSED }
        : { status: OrderStatus.PAID, payment: PaymentState.CAPTURED },
    )
    expect(order.timeline.map(({ kind }) => kind)).toEqual([
      TimelineKind.ORDER_PLACED,
      old.refused ? TimelineKind.PAYMENT_REFUSED : TimelineKind.PAYMENT_CAPTURED,
    ])
    expect(order.subOrders).toHaveLength(old.sellers)
    expect(order.subOrders.flatMap(({ lines }) => lines)).toHaveLength(old.sellers * 2)
    expect(sum(({ total }) => minorOf(total))).toBe(old.totalMinor)
    expect(sum(({ shipping }) => minorOf(shipping))).toBe(490)
    expect(sum(({ tax }) => minorOf(tax))).toBe(minorOf(order.totals?.tax))
  }
}, 60_000)

test('the previous release reads orders of the present one', async () => {
  await using world = await openWorld()
  const { checkout } = await world.place(
    await world.ready('good', [
      { sku: 'MUG-1', quantity: 2 },
      { sku: 'LAMP-1', quantity: 1 },
    ]),
  )
  const { rows } = await world.deps.db.execute(sql`
    select o.status, p.status part, p.lines, array(select t.status::text from orders.timeline t where t.order_id = o.id order by t.id) timeline
    from orders.orders o join orders.sub_orders p on p.order_id = o.id where o.number = ${checkout?.orderNumber} order by p.seller_id`)
  const paid = { status: 'paid', part: 'paid', timeline: ['placed', 'paid'] }
  const shop = { sellerName: 'A shop', variantLabel: 'Colour: Clay', tintHue: 0 }
  expect(rows).toMatchObject([
    { ...paid, lines: [{ ...shop, sku: 'MUG-1', quantity: 2, unitMinor: 1_900, sellerId: 'seller-a' }] },
    { ...paid, lines: [{ ...shop, sku: 'LAMP-1', quantity: 1, unitMinor: 8_900, sellerId: 'seller-b' }] },
  ])
})

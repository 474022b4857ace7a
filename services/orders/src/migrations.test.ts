import { randomUUID } from 'node:crypto'
import { OrderStatus, PaymentState, TimelineKind } from '@mallhive/contracts/orders'
import { minorOf } from '@mallhive/contracts/money'
import { contract, migrate } from '@mallhive/service-kit/migrate'
import { testDb } from '@mallhive/service-kit/testing'
import { earlierMigrations, whileWriting } from '@mallhive/service-kit/testing/earlier-release'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { insertOrder } from './order/insert-order.ts'
import { newOrder } from './order/new-order.ts'
import { wholeOrder } from './order/load-orders.ts'
import { toOrder } from './order/view.ts'
import * as schema from './schema.ts'
import { type Old, placeAsBefore } from './testing/old-writer.ts'

const migrations = new URL('../drizzle', import.meta.url)
const openBefore = async () => testDb('orders', await earlierMigrations(migrations, 1), schema)
type TestDb = Awaited<ReturnType<typeof openBefore>>

async function placeOld({ $client }: TestDb, n: number): Promise<Old> {
  const old = {
    checkoutId: randomUUID(),
    refused: n % 4 === 3,
    sellers: 1 + (n % 3),
    totalMinor: 1_490 + n * 7,
  }
  await placeAsBefore($client, old)
  return old
}

async function read(db: TestDb, checkoutId: string) {
  const [row] = await db
    .select(wholeOrder)
    .from(schema.orders)
    .where(eq(schema.orders.checkoutId, checkoutId))
  if (!row) throw new Error('an order is missing')
  return toOrder(row)
}

test('the previous release places orders during the expansion, and every order reads the same after the contraction', async () => {
  await using db = await openBefore()
  const all = await whileWriting(4, (n) => placeOld(db, n), [() => migrate(db, migrations, 'orders')])
  const expanded = await Promise.all(all.map(({ checkoutId }) => read(db, checkoutId)))
  await contract(db, migrations, 'orders')
  expect(await Promise.all(all.map(({ checkoutId }) => read(db, checkoutId)))).toEqual(expanded)

  for (const [n, old] of all.entries()) {
    const order = expanded[n]!
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
    const lines = order.subOrders.flatMap((part) => part.lines)
    expect(lines).toHaveLength(old.sellers * 2)
    expect(lines[0]?.options).toMatchObject([
      { label: 'Colour', value: 'Clay, matt' },
      { label: 'Size', value: 'M' },
    ])
    expect(sum(({ total }) => minorOf(total))).toBe(old.totalMinor)
    expect(sum(({ shipping }) => minorOf(shipping))).toBe(490)
    expect(sum(({ tax }) => minorOf(tax))).toBe(minorOf(order.totals?.tax))
  }
}, 60_000)

test('before the contraction, the previous release reads orders of the present one', async () => {
  await using db = await openBefore()
  await migrate(db, migrations, 'orders')
  const options = [
    { label: 'Colour', value: 'Clay' },
    { label: 'Size', value: 'M' },
  ]
  const line = {
    sku: 'MUG-1',
    productId: 'p',
    productSlug: 'mug',
    title: 'Mug',
    options,
    imagePath: 'mug',
    tintHue: 45,
    sellerId: 'seller-a',
    sellerName: 'A shop',
    quantity: 2,
    unitMinor: 1_900,
  }
  const totals = { itemsMinor: 3_800, discountMinor: 0, shippingMinor: 490, taxMinor: 685, totalMinor: 4_290 }
  const [checkout] = await db
    .insert(schema.checkouts)
    .values({
      id: randomUUID(),
      ownerId: 'ada',
      currency: 'EUR',
      lines: [line],
      orderNumber: 'MH-1',
      shippingMethodId: 'standard',
      address: {
        name: 'Ada',
        line1: '',
        line2: '',
        city: '',
        region: '',
        postcode: '',
        country: 'DE',
        phone: '',
      },
      totals: { ...totals, taxIncluded: true, taxRateBps: 1900 },
      expiresAt: new Date(),
    })
    .returning()
  for (const piece of insertOrder(newOrder(checkout!)))
    await db.execute(sql`with moved as (select * from ${schema.checkouts}) ${piece}`)

  const label = 'Colour: Clay, Size: M'
  const { rows } =
    await db.execute(sql`select o.status, o.shipping, p.status part, p.lines, t.status entry, c.lines checkout
    from orders.orders o join orders.sub_orders p on p.order_id = o.id join orders.timeline t on t.order_id = o.id
    join orders.checkouts c on c.id = o.checkout_id`)
  expect(rows).toMatchObject([
    {
      status: 'placed',
      part: 'placed',
      entry: 'placed',
      shipping: { id: 'standard', label: 'Standard', priceMinor: 490 },
      lines: [{ sku: 'MUG-1', quantity: 2, unitMinor: 1_900, sellerId: 'seller-a', variantLabel: label }],
      checkout: [{ sku: 'MUG-1', variantLabel: label }],
    },
  ])
})

test('a contraction before the conversion is refused and drops nothing; a repeated one changes nothing', async () => {
  await using db = await openBefore()
  const old = await placeOld(db, 0)
  await expect(contract(db, migrations, 'orders')).rejects.toThrow(
    'orders cannot contract: the schema is not expanded',
  )
  await migrate(db, migrations, 'orders')
  await db.execute(sql`update orders.order_lines set options = null`)
  await expect(contract(db, migrations, 'orders')).rejects.toThrow(
    'orders of a previous release are not converted',
  )
  await migrate(db, migrations, 'orders')
  expect((await read(db, old.checkoutId)).subOrders[0]?.lines[0]?.options).toHaveLength(2)
  await contract(db, migrations, 'orders')
  await contract(db, migrations, 'orders')
  await migrate(db, migrations, 'orders')
  expect((await read(db, old.checkoutId)).subOrders).toHaveLength(old.sellers)
})

import { randomUUIDv7 } from 'node:crypto'
import { readConfig } from '@mallhive/process-kit/config'
import { type Db, openDb } from '@mallhive/service-kit/db'
import { contract, migrate } from '@mallhive/service-kit/migrate'
import { configSchema } from './config.ts'
import { newOrder } from './order/new-order.ts'
import { newOrderNumber } from './order/order-number.ts'
import type { WholeOrder } from './order/load-orders.ts'
import { priceLines, type Wanted } from './pricing/price-lines.ts'
import { quote } from './pricing/price.ts'
import * as schema from './schema.ts'

/** What payments and inventory hold about a paid order. */
export interface Sale {
  checkoutId: string
  currency: string
  amountMinor: number
  shares: { sellerId: string; amountMinor: number }[]
  lines: Wanted[]
  placedAt: Date
}

type Catalog = Parameters<typeof priceLines>[0]

/** Migrates an empty database and opens it for seeding. */
export async function openSeed(env: Record<string, string | undefined>, { catalog }: Catalog) {
  const config = readConfig(configSchema, env)
  const db = openDb(config.DATABASE_URL, { schema, poolSize: 1 })
  const migrations = new URL('../drizzle', import.meta.url)
  await migrate(db, migrations, 'orders')
  // No previous release runs on it, and triggers for that would write rows of their own.
  await contract(db, migrations, 'orders')
  return {
    placePaid: (baskets: Wanted[][], placedAt: Date) => placePaid(db, { catalog }, baskets, placedAt),
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  }
}

/**
 * Inserts a paid order of each basket, as a checkout leaves it once its row is pruned: at the catalogue's prices, without events.
 * Returns what the payments and the inventory have to know.
 */
export async function placePaid(
  db: Db<typeof schema>,
  { catalog }: Catalog,
  baskets: Wanted[][],
  placedAt: Date,
): Promise<Sale[]> {
  const currency = 'EUR'
  const lines = await priceLines({ catalog }, baskets.flat(), { currency, locale: 'en-IE' })
  const placed = baskets.map((basket, index) => {
    const shopper = shoppers[index % shoppers.length] ?? shoppers[0]
    const own = lines.splice(0, basket.length)
    const method = { shippingMethodId: 'standard', currency }
    const totals = quote({ ...method, lines: own, country: shopper.address.country })
    const order = newOrder(
      {
        ...method,
        ...shopper,
        id: randomUUIDv7(),
        orderNumber: newOrderNumber(),
        ownerId: randomUUIDv7(),
        lines: own,
        totals,
      },
      placedAt,
    )
    return paid(order)
  })
  const parts = placed.flatMap((order) => order.parts)
  await db.transaction(async (tx) => {
    await tx.insert(schema.orders).values(placed.map(({ order }) => order))
    await tx.insert(schema.subOrders).values(parts)
    const rows = parts.flatMap((part) => part.lines.map((line) => ({ ...line, subOrderId: part.id })))
    await tx.insert(schema.orderLines).values(rows)
    const facts = placed.flatMap(({ order, timeline }) =>
      timeline.map((fact) => ({ ...fact, id: randomUUIDv7(), orderId: order.id })),
    )
    await tx.insert(schema.timeline).values(facts)
  })
  return placed.map(saleOf)
}

/** Facts are sorted by time. */
const captureDelayMs = 1000

function paid({ order, timeline, parts }: WholeOrder): WholeOrder {
  const at = new Date(order.placedAt.getTime() + captureDelayMs)
  const captured = { at, kind: 'payment_captured', data: {} } as const
  return { order: { ...order, payment: 'captured' }, parts, timeline: [...timeline, captured] }
}

const saleOf = ({ order, parts }: WholeOrder): Sale => ({
  checkoutId: order.checkoutId,
  currency: order.currency,
  amountMinor: order.totals.totalMinor,
  shares: parts.map(({ sellerId, totalMinor }) => ({ sellerId, amountMinor: totalMinor })),
  lines: parts.flatMap(({ lines }) => lines.map(({ sku, quantity }) => ({ sku, quantity }))),
  placedAt: order.placedAt,
})

const noRegion = { line2: '', region: '', phone: '' }
const paymentLabel = 'Visa •••• 4242'

/** Buyers of the seeded orders, in turn. */
const shoppers = [
  {
    email: 'jonas@example.test',
    locale: 'en-IE',
    paymentLabel,
    address: {
      ...noRegion,
      name: 'Jonas Weber',
      line1: 'Gartenstraße 4',
      postcode: '10115',
      city: 'Berlin',
      country: 'DE',
    },
  },
  {
    email: 'amelie@example.test',
    locale: 'en-IE',
    paymentLabel,
    address: {
      ...noRegion,
      name: 'Amélie Roux',
      line1: '12 rue des Lilas',
      postcode: '69001',
      city: 'Lyon',
      country: 'FR',
    },
  },
  {
    email: 'sanne@example.test',
    locale: 'en-IE',
    paymentLabel,
    address: {
      ...noRegion,
      name: 'Sanne de Vries',
      line1: 'Prinsengracht 8',
      postcode: '1012 AB',
      city: 'Amsterdam',
      country: 'NL',
    },
  },
] as const

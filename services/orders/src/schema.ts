import { inboxTable } from '@mallhive/service-kit/inbox'
import { outboxTable } from '@mallhive/service-kit/outbox'
import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ShippingOption } from './pricing/shipping-methods.ts'
import type { Totals } from './pricing/totals.ts'

export const schema = pgSchema('orders')

/** Amounts are in the minor units of the checkout's currency. */
export type Line = {
  sku: string
  productId: string
  productSlug: string
  title: string
  variantLabel: string
  imagePath: string
  tintHue: number
  sellerId: string
  sellerName: string
  quantity: number
  unitMinor: number
}

export type PostalAddress = {
  name: string
  line1: string
  line2: string
  city: string
  region: string
  postcode: string
  country: string
  phone: string
}

export const checkoutState = schema.enum('checkout_state', [
  'open',
  'reserving',
  'authorising',
  'challenged',
  'placing',
  'capturing',
  'voiding',
  'releasing',
  'done',
  'failed',
  'capture_refused',
])

export const checkoutFailure = schema.enum('checkout_failure', [
  'out_of_stock',
  'declined',
  'challenge_failed',
  'expired',
])

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** The whole state of a checkout is this one row; `machine/` moves it. */
export const checkouts = schema.table(
  'checkouts',
  {
    id: uuid().primaryKey(),
    ownerId: text('owner_id').notNull(),
    state: checkoutState().notNull().default('open'),
    /** Raised by whoever takes the row over: with `state`, the fence that only one driver gets through. */
    attempt: integer().notNull().default(0),
    currency: text().notNull(),
    lines: jsonb().$type<Line[]>().notNull(),
    pricedAt: instant('priced_at').notNull().defaultNow(),
    email: text().notNull().default(''),
    address: jsonb().$type<PostalAddress>(),
    shippingMethodId: text('shipping_method_id').notNull().default(''),
    paymentMethod: text('payment_method').notNull().default(''),
    paymentLabel: text('payment_label').notNull().default(''),
    /** What the shopper agreed to; set by placing. */
    totals: jsonb().$type<Totals>(),
    returnUrl: text('return_url').notNull().default(''),
    challengeUrl: text('challenge_url').notNull().default(''),
    failure: checkoutFailure(),
    failedSkus: text('failed_skus').array().notNull().default([]),
    orderNumber: text('order_number').notNull().default(''),
    /** When anybody may take a moving checkout over. */
    dueAt: instant('due_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('checkouts_due')
      .on(t.dueAt)
      .where(sql`${t.state} not in ('open', 'done', 'failed', 'capture_refused')`),
    index('checkouts_of_owner').on(t.ownerId, t.createdAt),
    index('checkouts_finished')
      .on(t.expiresAt)
      .where(sql`${t.state} in ('open', 'done', 'failed')`),
  ],
)

export const orderStatus = schema.enum('order_status', [
  'placed',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
])

export const orders = schema.table(
  'orders',
  {
    id: uuid().primaryKey(),
    number: text().notNull().unique(),
    checkoutId: uuid('checkout_id').notNull().unique(),
    ownerId: text('owner_id').notNull(),
    email: text().notNull(),
    address: jsonb().$type<PostalAddress>().notNull(),
    currency: text().notNull(),
    shipping: jsonb().$type<ShippingOption>().notNull(),
    paymentLabel: text('payment_label').notNull(),
    totals: jsonb().$type<Totals>().notNull(),
    status: orderStatus().notNull(),
    placedAt: instant('placed_at').notNull().defaultNow(),
  },
  (t) => [index('orders_of_owner').on(t.ownerId, t.id)],
)

/** One seller's part of an order. */
export const subOrders = schema.table(
  'sub_orders',
  {
    id: uuid().primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    sellerId: text('seller_id').notNull(),
    sellerName: text('seller_name').notNull(),
    status: orderStatus().notNull(),
    lines: jsonb().$type<Line[]>().notNull(),
    itemsMinor: bigint('items_minor', { mode: 'number' }).notNull(),
  },
  (t) => [index('sub_orders_of_order').on(t.orderId), index('sub_orders_of_seller').on(t.sellerId, t.id)],
)

/** Every change of an order's status, in order. */
export const timeline = schema.table(
  'timeline',
  {
    id: uuid().primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    at: instant('at').notNull().defaultNow(),
    status: orderStatus().notNull(),
    note: text().notNull(),
  },
  (t) => [index('timeline_of_order').on(t.orderId, t.id)],
)

export const outbox = outboxTable(schema)
export const inbox = inboxTable(schema)

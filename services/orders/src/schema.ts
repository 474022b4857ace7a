import type { AddressFields } from '@mallhive/contracts/contact'
import { inboxTable } from '@mallhive/service-kit/inbox'
import { outboxTable } from '@mallhive/service-kit/outbox'
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ShippingOption } from './pricing/shipping-methods.ts'
import type { Totals } from './pricing/totals.ts'

export const schema = pgSchema('orders')

/** An option of a product and the chosen value, in the shop's words; their languages are absent in lines of the previous release. */
export type ChosenOption = { label: string; value: string; labelLocale?: string; valueLocale?: string }

/** Amounts are in the minor units of the checkout's currency. */
export type Line = {
  sku: string
  productId: string
  productSlug: string
  title: string
  /** The language of the title; absent in checkouts of the previous release. */
  locale?: string
  options: ChosenOption[]
  imagePath: string
  tintHue: number
  sellerId: string
  sellerName: string
  quantity: number
  unitMinor: number
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

/** One row holds the whole state of a checkout; `machine/` moves it. */
export const checkouts = schema.table(
  'checkouts',
  {
    id: uuid().primaryKey(),
    ownerId: text('owner_id').notNull(),
    state: checkoutState().notNull().default('open'),
    /** Incremented by each claim; with `state` the fence that admits one driver. */
    attempt: integer().notNull().default(0),
    currency: text().notNull(),
    /** BCP 47; empty if unknown. */
    locale: text().notNull().default(''),
    lines: jsonb().$type<Line[]>().notNull(),
    /** When the lines were last priced: the previous release trusts it for a minute, so it is still written. */
    pricedAt: instant('priced_at').notNull().defaultNow(),
    email: text().notNull().default(''),
    address: jsonb().$type<AddressFields>(),
    shippingMethodId: text('shipping_method_id').notNull().default(''),
    paymentMethod: text('payment_method').notNull().default(''),
    paymentLabel: text('payment_label').notNull().default(''),
    /** The totals that the shopper agreed to; set by placing. */
    totals: jsonb().$type<Totals>(),
    returnUrl: text('return_url').notNull().default(''),
    challengeUrl: text('challenge_url').notNull().default(''),
    failure: checkoutFailure(),
    failedSkus: text('failed_skus').array().notNull().default([]),
    orderNumber: text('order_number').notNull().default(''),
    /** Time from which any driver may claim a moving checkout. */
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

/** Payment state of an order. */
export const paymentState = schema.enum('payment_state', ['authorised', 'captured', 'refused'])

/** An order's status derives from this payment state and the counters of its lines. */
export const orders = schema.table(
  'orders',
  {
    id: uuid().primaryKey(),
    number: text().notNull().unique(),
    checkoutId: uuid('checkout_id').notNull().unique(),
    ownerId: text('owner_id').notNull(),
    email: text().notNull(),
    address: jsonb().$type<AddressFields>().notNull(),
    currency: text().notNull(),
    /** BCP 47; empty if unknown. */
    locale: text().notNull().default(''),
    shipping: jsonb().$type<ShippingOption>().notNull(),
    paymentLabel: text('payment_label').notNull(),
    totals: jsonb().$type<Totals>().notNull(),
    payment: paymentState().notNull().default('authorised'),
    placedAt: instant('placed_at').notNull().defaultNow(),
  },
  (t) => [index('orders_of_owner').on(t.ownerId, t.id)],
)

const minor = (name: string) => bigint(name, { mode: 'number' }).notNull()

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
    itemsMinor: minor('items_minor'),
    discountMinor: minor('discount_minor'),
    shippingMinor: minor('shipping_minor'),
    shippingTaxMinor: minor('shipping_tax_minor'),
    /** Tax of the lines and the shipping. */
    taxMinor: minor('tax_minor'),
    totalMinor: minor('total_minor'),
  },
  (t) => [
    index('sub_orders_of_order').on(t.orderId),
    index('sub_orders_of_seller').on(t.sellerId, t.id),
    check(
      'sub_order_adds_up',
      sql`${t.totalMinor} - (${t.itemsMinor} - ${t.discountMinor} + ${t.shippingMinor}) in (0, ${t.taxMinor})`,
    ),
    check(
      'sub_order_never_negative',
      sql`least(${t.itemsMinor}, ${t.discountMinor}, ${t.shippingMinor}, ${t.shippingTaxMinor}, ${t.totalMinor}) >= 0
        and ${t.shippingTaxMinor} <= ${t.taxMinor}`,
    ),
  ],
)

/** Lines with amounts and counters of units by progress. */
export const orderLines = schema.table(
  'order_lines',
  {
    id: uuid().primaryKey(),
    subOrderId: uuid('sub_order_id')
      .notNull()
      .references(() => subOrders.id),
    position: smallint().notNull(),
    sku: text().notNull(),
    productId: text('product_id').notNull(),
    productSlug: text('product_slug').notNull(),
    title: text().notNull(),
    options: jsonb().$type<ChosenOption[]>().notNull(),
    imagePath: text('image_path').notNull(),
    tintHue: integer('tint_hue').notNull(),
    quantity: integer().notNull(),
    unitMinor: minor('unit_minor'),
    listMinor: minor('list_minor'),
    sellerDiscountMinor: minor('seller_discount_minor'),
    mallDiscountMinor: minor('mall_discount_minor'),
    netMinor: minor('net_minor'),
    taxMinor: minor('tax_minor'),
    taxRateBps: integer('tax_rate_bps').notNull(),
    cancelled: integer().notNull().default(0),
    shipped: integer().notNull().default(0),
    delivered: integer().notNull().default(0),
    returned: integer().notNull().default(0),
    /** The language of the title; empty where the previous release wrote it. */
    locale: text().notNull().default(''),
  },
  (t) => [
    unique('order_lines_of_sub_order').on(t.subOrderId, t.position),
    check(
      'order_line_adds_up',
      sql`${t.listMinor} = ${t.unitMinor} * ${t.quantity}
        and ${t.netMinor} = ${t.listMinor} - ${t.sellerDiscountMinor} - ${t.mallDiscountMinor}`,
    ),
    check(
      'order_line_never_negative',
      sql`${t.quantity} > 0 and least(${t.unitMinor}, ${t.sellerDiscountMinor}, ${t.mallDiscountMinor}, ${t.netMinor}, ${t.taxMinor}) >= 0`,
    ),
    check(
      'order_line_counters',
      sql`least(${t.cancelled}, ${t.shipped}, ${t.delivered}, ${t.returned}) >= 0
        and ${t.cancelled} + ${t.shipped} <= ${t.quantity}
        and ${t.delivered} <= ${t.shipped} and ${t.returned} <= ${t.delivered}`,
    ),
  ],
)

export const timelineKind = schema.enum('timeline_kind', [
  'order_placed',
  'payment_captured',
  'payment_refused',
])

/** Facts about an order, in chronological order. */
export const timeline = schema.table(
  'timeline',
  {
    id: uuid().primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    at: instant('at').notNull().defaultNow(),
    kind: timelineKind().notNull(),
    data: jsonb().$type<Record<string, string>>().notNull().default({}),
  },
  (t) => [index('timeline_of_order').on(t.orderId, t.id)],
)

export const outbox = outboxTable(schema)
export const inbox = inboxTable(schema)

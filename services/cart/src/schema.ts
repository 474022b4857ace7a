import { inboxTable } from '@mallhive/service-kit/inbox'
import { outboxTable } from '@mallhive/service-kit/outbox'
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgSchema,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

export const cart = pgSchema('cart')

/** The constraint `stock_never_oversold` aborts any statement that reserves more than is on hand. */
export const stock = cart.table(
  'stock',
  {
    sku: text().primaryKey(),
    sellerId: text('seller_id').notNull(),
    onHand: integer('on_hand').notNull(),
    reserved: integer().notNull().default(0),
    /** Rises with every change of the units. */
    revision: bigint({ mode: 'number' }).notNull().default(1),
  },
  (t) => [
    check('stock_never_oversold', sql`${t.reserved} <= ${t.onHand}`),
    check('stock_never_negative', sql`${t.reserved} >= 0 and ${t.onHand} >= 0`),
    check('stock_plausible', sql`${t.onHand} <= 1000000`),
  ],
)

export const reservationStatus = cart.enum('reservation_status', ['held', 'committed', 'released', 'expired'])

export const reservations = cart.table(
  'reservations',
  {
    checkoutId: text('checkout_id').primaryKey(),
    status: reservationStatus().notNull(),
    skus: text().array().notNull(),
    quantities: integer().array().notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('reservations_due')
      .on(t.expiresAt)
      .where(sql`${t.status} = 'held'`),
  ],
)

export const movementKind = cart.enum('movement_kind', ['set', 'reserved', 'released', 'committed'])

/** Append-only: a trigger refuses updates and deletes. Sums per SKU equal the counters of `stock`. */
export const movements = cart.table(
  'movements',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    sku: text().notNull(),
    kind: movementKind().notNull(),
    onHandDelta: integer('on_hand_delta').notNull(),
    reservedDelta: integer('reserved_delta').notNull(),
    checkoutId: text('checkout_id'),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    // Also refuses reservations of SKUs without a stock row.
    foreignKey({ name: 'movements_of_known_sku', columns: [t.sku], foreignColumns: [stock.sku] }),
    index('movements_by_sku').on(t.sku, t.id),
  ],
)

export const outbox = outboxTable(cart)
export const inbox = inboxTable(cart)

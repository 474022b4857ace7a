import { inboxTable } from '@mallhive/service-kit/inbox'
import { outboxTable } from '@mallhive/service-kit/outbox'
import {
  bigint,
  index,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'

export const schema = pgSchema('payments')

export const paymentStatus = schema.enum('payment_status', [
  'unknown',
  'challenged',
  'authorised',
  'declined',
  'captured',
  'voided',
])

export type PaymentStatus = (typeof paymentStatus.enumValues)[number]

/** One row per checkout, with its provider and status. */
export const payments = schema.table('payments', {
  checkoutId: uuid('checkout_id').primaryKey(),
  provider: text().notNull(),
  status: paymentStatus().notNull(),
  amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  /** XXX (ISO 4217: no currency) when a void came before any authorisation. */
  currency: text().notNull(),
  challengeUrl: text('challenge_url').notNull().default(''),
  declineCode: text('decline_code').notNull().default(''),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
})

export const operationKind = schema.enum('operation_kind', ['authorise', 'capture', 'void', 'refund'])
export const operationState = schema.enum('operation_state', ['pending', 'succeeded', 'refused'])

export type OperationKind = (typeof operationKind.enumValues)[number]

/** A seller's share of a capture. */
export type Share = { sellerId: string; amountMinor: number }

/** Operations at providers: inserted before the call, settled by its answer or webhook. */
export const operations = schema.table(
  'operations',
  {
    id: uuid().primaryKey(),
    checkoutId: uuid('checkout_id')
      .notNull()
      .references(() => payments.checkoutId),
    kind: operationKind().notNull(),
    /** The idempotency key sent to the provider. */
    key: text().notNull().unique(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    shares: jsonb().$type<Share[]>().notNull().default([]),
    state: operationState().notNull().default('pending'),
    /** The provider's id of the operation; empty until the provider has answered. */
    reference: text().notNull().default(''),
    refusalCode: text('refusal_code').notNull().default(''),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull().defaultNow(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
  },
  (t) => [index('operations_of_checkout').on(t.checkoutId)],
)

/** Append-only by trigger; unique by operation and kind, so that a capture is charged once and its shares allocated once. */
export const ledgerTransactions = schema.table(
  'ledger_transactions',
  {
    id: uuid().primaryKey(),
    operationId: uuid('operation_id')
      .notNull()
      .references(() => operations.id),
    checkoutId: uuid('checkout_id').notNull(),
    /** `charge`, or `allocation` of a charge without shares. */
    kind: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique('ledger_once_per_operation').on(t.operationId, t.kind)],
)

/** Debits are positive, credits negative. A deferred trigger refuses a transaction whose entries do not sum to zero. */
export const ledgerEntries = schema.table(
  'ledger_entries',
  {
    transactionId: uuid('transaction_id')
      .notNull()
      .references(() => ledgerTransactions.id),
    account: text().notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.transactionId, t.account] })],
)

export const outbox = outboxTable(schema)
export const inbox = inboxTable(schema)

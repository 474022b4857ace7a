import { inboxTable } from '@mallhive/service-kit/inbox'
import { outboxTable } from '@mallhive/service-kit/outbox'
import { bigint, pgSchema, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

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

/** One row per checkout, whatever happened to it: the id is what makes every call repeatable. */
export const payments = schema.table('payments', {
  checkoutId: uuid('checkout_id').primaryKey(),
  provider: text().notNull(),
  status: paymentStatus().notNull(),
  amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
  /** XXX, ISO 4217 for no currency, where a void came before any authorisation. */
  currency: text().notNull(),
  challengeUrl: text('challenge_url').notNull().default(''),
  declineCode: text('decline_code').notNull().default(''),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
})

/** Append-only by trigger; unique per kind, so that the books hold one charge of a checkout whatever else goes wrong. */
export const ledgerTransactions = schema.table(
  'ledger_transactions',
  {
    id: uuid().primaryKey(),
    checkoutId: uuid('checkout_id').notNull(),
    kind: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique('ledger_once_per_kind').on(t.checkoutId, t.kind)],
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

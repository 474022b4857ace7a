import { inboxTable } from '@mallhive/service-kit/inbox'
import { outboxTable } from '@mallhive/service-kit/outbox'
import type { JsonValue } from '@bufbuild/protobuf'
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgSchema, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

export const notifications = pgSchema('notifications')

export const deliveryStates = ['wanted', 'sending', 'failed', 'sent', 'dead'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Why an attempt failed. `BAD_RECIPIENT` and `REFUSED` are permanent. */
export type DeliveryFailure = 'BAD_RECIPIENT' | 'REFUSED' | 'UNREACHABLE' | 'NOT_RENDERED'

/**
 * Work item: one message to one recipient by one channel. (id, state, attempt) is its fence: an attempt that lost its lease
 * changes nothing.
 */
export const delivery = notifications.table(
  'delivery',
  {
    id: uuid().primaryKey(),
    eventId: uuid('event_id').notNull(),
    channel: text().notNull(),
    template: text().notNull(),
    recipient: text().notNull(),
    state: text().$type<DeliveryState>().notNull(),
    attempt: integer().notNull().default(0),
    /** Time of the next attempt; for `sending` the end of the lease. */
    dueAt: timestamp('due_at', { withTimezone: true }),
    failure: text().$type<DeliveryFailure>(),
    /** The event's order in proto-JSON, for the template; null once sent. */
    facts: jsonb().$type<JsonValue>(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
  },
  (table) => [
    unique('delivery_once').on(table.eventId, table.channel, table.recipient),
    index('delivery_recipient').on(table.recipient, table.id),
    index('delivery_due')
      .on(table.dueAt)
      .where(sql`state in ('wanted', 'sending', 'failed')`),
    index('delivery_dead')
      .on(table.id)
      .where(sql`state = 'dead'`),
    check('delivery_state', sql`state in ('wanted', 'sending', 'failed', 'sent', 'dead')`),
  ],
)

export const outbox = outboxTable(notifications)
export const inbox = inboxTable(notifications)

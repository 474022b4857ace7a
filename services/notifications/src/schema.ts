import { inboxTable } from '@mallhive/service-kit/inbox'
import { outboxTable } from '@mallhive/service-kit/outbox'
import { index, pgSchema, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'

export const notifications = pgSchema('notifications')

export const delivery = notifications.table(
  'delivery',
  {
    id: uuid().primaryKey(),
    eventId: uuid('event_id').notNull(),
    channel: text().notNull(),
    template: text().notNull(),
    recipient: text().notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('delivery_once').on(table.eventId, table.channel, table.recipient),
    index('delivery_recipient').on(table.recipient, table.id),
  ],
)

export const outbox = outboxTable(notifications)
export const inbox = inboxTable(notifications)

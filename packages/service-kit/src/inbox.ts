import { index, type PgSchema, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Returns the table of events that this service has handled. */
export function inboxTable<N extends string>(schema: PgSchema<N>) {
  return schema.table(
    'inbox',
    {
      eventId: uuid('event_id').primaryKey(),
      handledAt: timestamp('handled_at', { withTimezone: true }).notNull().defaultNow(),
    },
    (table) => [index('inbox_handled').on(table.handledAt)],
  )
}

export type Inbox = ReturnType<typeof inboxTable<string>>

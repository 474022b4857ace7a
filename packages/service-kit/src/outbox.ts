import { create, type DescMessage, type MessageInitShape, toJson } from '@bufbuild/protobuf'
import { type SQL, sql } from 'drizzle-orm'
import { getTableConfig, index, type PgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Executor } from './db.ts'
import { randomUUIDv7 } from 'node:crypto'
import { currentTraceparent } from '@mallhive/process-kit/telemetry'

/** The table of events that a service has caused and not yet, or only lately, handed to the bus. */
export function outboxTable<N extends string>(schema: PgSchema<N>) {
  return schema.table(
    'outbox',
    {
      id: uuid().primaryKey(),
      type: text().notNull(),
      /** The envelope as proto-JSON, as it goes on the wire. */
      body: text().notNull(),
      createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
      sentAt: timestamp('sent_at', { withTimezone: true }),
    },
    (table) => [
      index('outbox_unsent')
        .on(table.id)
        .where(sql`sent_at is null`),
      index('outbox_sent')
        .on(table.sentAt)
        .where(sql`sent_at is not null`),
    ],
  )
}

export type Outbox = ReturnType<typeof outboxTable<string>>

/**
 * Records an event in the transaction that causes it; it leaves the service if and only if `tx` commits.
 * @param key the subject's id, by which consumers order and deduplicate
 */
export async function publish<D extends DescMessage>(
  tx: Executor,
  outbox: Outbox,
  desc: D,
  message: MessageInitShape<D>,
  key: string,
): Promise<void> {
  await tx.execute(eventInsert(outbox, desc, message, key))
}

/**
 * The same as an INSERT, to be a part of the statement that causes the event: `with moved as (update …), told as
 * (${eventInsert(…, sql`from moved`)})` records it when a row has moved.
 */
export function eventInsert<D extends DescMessage>(
  outbox: Outbox,
  desc: D,
  message: MessageInitShape<D>,
  key: string,
  from: SQL = sql``,
): SQL {
  const id = randomUUIDv7()
  // An Envelope in proto-JSON. Made here, because an Any is otherwise written and read in binary on the way to JSON.
  const body = JSON.stringify({
    id,
    type: desc.typeName,
    occurredAt: new Date().toISOString(),
    key,
    traceparent: currentTraceparent() ?? '',
    payload: Object.assign({ '@type': typeUrl(desc) }, toJson(desc, create(desc, message))),
  })
  // One round trip for both; PostgreSQL delivers the notification at commit.
  return sql`insert into ${outbox} (id, type, body) select ${id}::uuid, ${desc.typeName}::text, ${body}::text ${from}
    returning pg_notify(${outboxChannel(outbox)}, '')`
}

/**
 * An event for each row of `from`, whose payload is made by the database: for what only the causing statement knows. The
 * columns of `from` are named by the payload's fields in JSON, `key` is one of them.
 */
export function eventInsertEach(outbox: Outbox, desc: DescMessage, key: string, from: SQL): SQL {
  const payload = sql`jsonb_build_object('@type', ${typeUrl(desc)}::text) || to_jsonb(caused)`
  return sql`insert into ${outbox} (id, type, body)
    select id, ${desc.typeName}::text, jsonb_build_object('id', id, 'type', ${desc.typeName}::text, 'occurredAt', now(),
      'key', key, 'traceparent', ${currentTraceparent() ?? ''}::text, 'payload', payload)
    from (select uuidv7() as id, caused.${sql.identifier(key)} as key, ${payload} as payload from (${from}) caused) event
    returning pg_notify(${outboxChannel(outbox)}, '')`
}

const typeUrl = (desc: DescMessage): string => `type.googleapis.com/${desc.typeName}`

/** The channel that wakes an outbox's relays; every service of a database has its own. */
export function outboxChannel(outbox: Outbox): string {
  return `outbox_${getTableConfig(outbox).schema}`
}

import { create, type DescMessage, type MessageInitShape, toJson } from '@bufbuild/protobuf'
import { type SQL, sql } from 'drizzle-orm'
import { getTableConfig, index, type PgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Executor } from './db.ts'
import { randomUUIDv7 } from 'node:crypto'
import { currentTraceparent } from '@mallhive/process-kit/telemetry'

/** Returns the table of events that wait to be published, or were published recently. */
export function outboxTable<N extends string>(schema: PgSchema<N>) {
  return schema.table(
    'outbox',
    {
      id: uuid().primaryKey(),
      type: text().notNull(),
      /** The envelope in proto-JSON, as published. */
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

/** SNS takes 256 KiB with attributes. A larger event would never be sent, and would keep back those after it. */
const mostBodyBytes = 240_000

/**
 * Records an event in the transaction that causes it: the event is published if and only if `tx` commits. Notifies every
 * instance, for caches that an event makes wrong.
 * @param key the subject's id, by which consumers order and deduplicate
 * @throws Error when the event is larger than the bus takes
 */
export async function publish<D extends DescMessage>(
  tx: Executor,
  outbox: Outbox,
  desc: D,
  message: MessageInitShape<D>,
  key: string,
): Promise<void> {
  await tx.execute(sql`${eventRow(outbox, desc, message, key)} returning ${notification(outbox)}`)
}

/**
 * Returns the INSERT of an event, for use in the statement that causes it: `with moved as (update …), told as
 * (${eventInsert(…, sql`from moved`)})` records the event when a row has moved. Wakes an idle relay.
 */
export const eventInsert = <D extends DescMessage>(
  outbox: Outbox,
  desc: D,
  message: MessageInitShape<D>,
  key: string,
  from: SQL,
): SQL => sql`${eventRow(outbox, desc, message, key, from)} returning ${wakeUp(outbox)}`

function eventRow<D extends DescMessage>(
  outbox: Outbox,
  desc: D,
  message: MessageInitShape<D>,
  key: string,
  from: SQL = sql``,
): SQL {
  const id = randomUUIDv7()
  // An Envelope in proto-JSON, written by hand: protobuf-es would serialize an Any to binary and back on the way to
  // JSON.
  const body = JSON.stringify({
    id,
    type: desc.typeName,
    occurredAt: new Date().toISOString(),
    key,
    traceparent: currentTraceparent() ?? '',
    payload: Object.assign({ '@type': typeUrl(desc) }, toJson(desc, create(desc, message))),
  })
  const bytes = Buffer.byteLength(body)
  if (bytes > mostBodyBytes) throw new Error(`${desc.typeName} of ${key} is too large: ${bytes} bytes`)
  return sql`insert into ${outbox} (id, type, body) select ${id}::uuid, ${desc.typeName}::text, ${body}::text ${from}`
}

/** PostgreSQL delivers the notification at commit. */
const notification = (outbox: Outbox): SQL => sql`pg_notify(${outboxChannel(outbox)}, '')`

/**
 * Notifies unless an event is waiting already: its notification has woken a relay, which looks again after sending. A
 * notification costs as much as four statements, because every listener of the database handles it.
 */
const wakeUp = (outbox: Outbox): SQL => sql`case when not exists (
    select from ${outbox} where sent_at is null order by id limit 1) then ${notification(outbox)} end`

/**
 * Returns the INSERT of one event per row of `from`, whose payload the database builds from values that only the
 * causing statement has. The columns of `from` carry the payload's JSON field names; `key` is one of them.
 */
export function eventInsertEach(outbox: Outbox, desc: DescMessage, key: string, from: SQL): SQL {
  const payload = sql`jsonb_build_object('@type', ${typeUrl(desc)}::text) || to_jsonb(caused)`
  return sql`insert into ${outbox} (id, type, body)
    select id, ${desc.typeName}::text, jsonb_build_object('id', id, 'type', ${desc.typeName}::text, 'occurredAt', now(),
      'key', key, 'traceparent', ${currentTraceparent() ?? ''}::text, 'payload', payload)
    from (select uuidv7() as id, caused.${sql.identifier(key)} as key, ${payload} as payload from (${from}) caused) event
    returning ${wakeUp(outbox)}`
}

const typeUrl = (desc: DescMessage): string => `type.googleapis.com/${desc.typeName}`

/** Returns the NOTIFY channel that wakes an outbox's relays; each outbox has its own. */
export function outboxChannel(outbox: Outbox): string {
  return `outbox_${getTableConfig(outbox).schema}`
}

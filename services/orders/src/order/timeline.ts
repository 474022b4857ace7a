import { randomUUIDv7 } from 'node:crypto'
import { create } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import { TimelineEntrySchema, TimelineKind } from '@mallhive/contracts/orders'
import { sql, type SQL } from 'drizzle-orm'
import { timeline } from '../schema.ts'

export type Fact = Pick<typeof timeline.$inferSelect, 'at' | 'kind' | 'data'>

const kinds = {
  order_placed: TimelineKind.ORDER_PLACED,
  payment_captured: TimelineKind.PAYMENT_CAPTURED,
  payment_refused: TimelineKind.PAYMENT_REFUSED,
}

/** Inserts a timeline fact of the order `orderId` for each row of `from`. */
export const factInsert = (orderId: SQL, { at, kind, data }: Fact, from: SQL): SQL => sql`
  insert into ${timeline} (id, order_id, at, kind, data)
  select ${randomUUIDv7()}::uuid, ${orderId}, ${at.toISOString()}::timestamptz, ${kind}::orders.timeline_kind,
    ${JSON.stringify(data)}::jsonb ${from}`

export const toTimelineEntry = ({ at, kind, data }: Fact) =>
  create(TimelineEntrySchema, { at: timestampFromDate(at), kind: kinds[kind], data })

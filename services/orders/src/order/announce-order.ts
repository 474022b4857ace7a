import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { randomUUIDv7 } from 'node:crypto'
import { eventInsert } from '@mallhive/service-kit/outbox'
import { prepared } from '@mallhive/service-kit/prepared'
import { eq, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { orders, outbox, subOrders, timeline } from '../schema.ts'
import { wholeOrder } from './load-orders.ts'
import { toOrder } from './view.ts'

const orderOf = prepared((db: Deps['db']) =>
  db
    .select(wholeOrder)
    .from(orders)
    .where(eq(orders.checkoutId, sql.placeholder('checkoutId'))),
)

/** Captured and certain: marks the order paid and tells everybody, with everything they need. */
export async function announceOrder({ db }: Pick<Deps, 'db'>, checkoutId: string): Promise<SQL[]> {
  const [placed] = await orderOf(db).execute({ checkoutId })
  if (!placed) throw new Error(`checkout ${checkoutId} has no order to announce`)
  const { id, ownerId } = placed.order
  const entry = { at: new Date(), status: 'paid' as const, note: 'Payment received' }
  const paid = {
    order: { ...placed.order, status: entry.status },
    parts: placed.parts.map((part) => ({ ...part, status: entry.status })),
    timeline: [...placed.timeline, entry],
  }
  return [
    sql`update ${orders} set status = 'paid' from moved where ${orders}.id = ${id}`,
    sql`update ${subOrders} set status = 'paid' from moved where ${subOrders}.order_id = ${id}`,
    sql`insert into ${timeline} (id, order_id, at, status, note)
      select ${randomUUIDv7()}::uuid, ${id}::uuid, ${entry.at.toISOString()}::timestamptz, 'paid', ${entry.note}::text from moved`,
    eventInsert(outbox, OrderPlacedSchema, { order: toOrder(paid), ownerId }, id, sql`from moved`),
  ]
}

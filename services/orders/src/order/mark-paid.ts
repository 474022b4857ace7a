import { OrderPaidSchema } from '@mallhive/contracts/orders'
import { eventInsert } from '@mallhive/service-kit/outbox'
import { sql, type SQL } from 'drizzle-orm'
import { orders, outbox } from '../schema.ts'
import type { WholeOrder } from './load-orders.ts'
import { type Fact, factInsert } from './timeline.ts'
import { toOrder } from './view.ts'

/** Marks an order as paid and publishes OrderPaid with the whole order. */
export function markPaid(placed: WholeOrder): SQL[] {
  const { id, ownerId } = placed.order
  const fact: Fact = { at: new Date(), kind: 'payment_captured', data: {} }
  const paid = {
    ...placed,
    order: { ...placed.order, payment: 'captured' as const },
    timeline: [...placed.timeline, fact],
  }
  return [
    sql`update ${orders} set payment = 'captured' from moved where ${orders}.id = ${id}`,
    factInsert(sql`${id}::uuid`, fact, sql`from moved`),
    eventInsert(outbox, OrderPaidSchema, { order: toOrder(paid), ownerId }, id, sql`from moved`),
  ]
}

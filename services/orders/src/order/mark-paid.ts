import { OrderPaidSchema } from '@mallhive/contracts/orders'
import { eventInsert } from '@mallhive/service-kit/outbox'
import { prepared } from '@mallhive/service-kit/prepared'
import { eq, sql, type SQL } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { orders, outbox } from '../schema.ts'
import { wholeOrder } from './load-orders.ts'
import { type Fact, factInsert } from './timeline.ts'
import { toOrder } from './view.ts'

const orderOf = prepared((db: Deps['db']) =>
  db
    .select(wholeOrder)
    .from(orders)
    .where(eq(orders.checkoutId, sql.placeholder('checkoutId'))),
)

/** Marks the order of a captured payment as paid and publishes the whole of it. */
export async function markPaid({ db }: Pick<Deps, 'db'>, checkoutId: string): Promise<SQL[]> {
  const [placed] = await orderOf(db).execute({ checkoutId })
  if (!placed) throw new Error(`checkout ${checkoutId} has no order to mark as paid`)
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

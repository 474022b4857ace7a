import { asc, inArray } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { type orders, subOrders, timeline } from '../schema.ts'

export type OrderRow = typeof orders.$inferSelect
export type PartRow = typeof subOrders.$inferSelect
export type WholeOrder = { order: OrderRow; parts: PartRow[]; timeline: (typeof timeline.$inferSelect)[] }

/** Adds parts and timeline to orders: two queries, however many orders. */
export async function withParts(db: Pick<Deps['db'], 'select'>, rows: OrderRow[]): Promise<WholeOrder[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const parts = await db
    .select()
    .from(subOrders)
    .where(inArray(subOrders.orderId, ids))
    .orderBy(asc(subOrders.id))
  const entries = await db
    .select()
    .from(timeline)
    .where(inArray(timeline.orderId, ids))
    .orderBy(asc(timeline.id))
  return rows.map((order) => ({
    order,
    parts: parts.filter(({ orderId }) => orderId === order.id),
    timeline: entries.filter(({ orderId }) => orderId === order.id),
  }))
}

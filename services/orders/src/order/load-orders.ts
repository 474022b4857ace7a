import { sql } from 'drizzle-orm'
import { orders, subOrders, timeline } from '../schema.ts'

export type OrderRow = typeof orders.$inferSelect
export type PartRow = typeof subOrders.$inferSelect
type Entry = Pick<typeof timeline.$inferSelect, 'at' | 'status' | 'note'>
export type WholeOrder = { order: OrderRow; parts: PartRow[]; timeline: Entry[] }

/** An order with its parts and timeline, as one selection `from(orders)`. */
export const wholeOrder = {
  order: orders,
  parts: sql<
    PartRow[]
  >`(select json_agg(json_build_object('id', p.id, 'orderId', p.order_id, 'sellerId', p.seller_id,
      'sellerName', p.seller_name, 'status', p.status, 'lines', p.lines, 'itemsMinor', p.items_minor) order by p.id)
    from ${subOrders} p where p.order_id = orders.orders.id)`,
  timeline: sql<
    Entry[]
  >`(select json_agg(json_build_object('at', t.at, 'status', t.status, 'note', t.note) order by t.id)
    from ${timeline} t where t.order_id = orders.orders.id)`.mapWith((entries: (Entry & { at: string })[]) =>
    entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
  ),
}

import { sql } from 'drizzle-orm'
import { orderLines, orders, subOrders, timeline } from '../schema.ts'
import type { Fact } from './timeline.ts'

export type OrderRow = typeof orders.$inferSelect
export type LineRow = Omit<typeof orderLines.$inferSelect, 'subOrderId'>
export type PartRow = typeof subOrders.$inferSelect & { lines: LineRow[] }
export type WholeOrder = { order: OrderRow; parts: PartRow[]; timeline: Fact[] }

/** Column of a selection `from(subOrders)`: the lines of a sub-order. */
export const linesOf = sql<LineRow[]>`(
  select json_agg(json_build_object('id', l.id, 'position', l.position, 'sku', l.sku, 'productId', l.product_id,
    'productSlug', l.product_slug, 'title', l.title, 'locale', l.locale, 'options', l.options, 'imagePath', l.image_path, 'tintHue', l.tint_hue,
    'quantity', l.quantity, 'unitMinor', l.unit_minor, 'listMinor', l.list_minor,
    'sellerDiscountMinor', l.seller_discount_minor, 'mallDiscountMinor', l.mall_discount_minor,
    'netMinor', l.net_minor, 'taxMinor', l.tax_minor, 'taxRateBps', l.tax_rate_bps, 'cancelled', l.cancelled,
    'shipped', l.shipped, 'delivered', l.delivered, 'returned', l.returned) order by l.position)
  from ${orderLines} l where l.sub_order_id = sub_orders.id)`

/** Selection `from(orders)`: an order with its sub-orders, their lines and its timeline. */
export const wholeOrder = {
  order: orders,
  parts: sql<PartRow[]>`(
    select json_agg(json_build_object('id', sub_orders.id, 'orderId', sub_orders.order_id,
      'sellerId', sub_orders.seller_id, 'sellerName', sub_orders.seller_name, 'itemsMinor', sub_orders.items_minor,
      'discountMinor', sub_orders.discount_minor, 'shippingMinor', sub_orders.shipping_minor,
      'shippingTaxMinor', sub_orders.shipping_tax_minor, 'taxMinor', sub_orders.tax_minor,
      'totalMinor', sub_orders.total_minor, 'lines', ${linesOf}) order by sub_orders.id)
    from ${subOrders} where sub_orders.order_id = orders.orders.id)`,
  timeline: sql<
    Fact[]
  >`(select json_agg(json_build_object('at', t.at, 'kind', t.kind, 'data', t.data) order by t.at, t.id)
    from ${timeline} t where t.order_id = orders.orders.id)`.mapWith((facts: (Fact & { at: string })[]) =>
    facts.map((fact) => ({ ...fact, at: new Date(fact.at) })),
  ),
}

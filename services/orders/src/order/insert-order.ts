import { OrderPlacedSchema } from '@mallhive/contracts/orders'
import { eventInsert } from '@mallhive/service-kit/outbox'
import { sql, type SQL } from 'drizzle-orm'
import { orderLines, orders, outbox, subOrders } from '../schema.ts'
import type { WholeOrder } from './load-orders.ts'
import { factInsert } from './timeline.ts'
import { toOrder } from './view.ts'

/** Inserts the order of a checkout and publishes OrderPlaced. The unique checkout id prevents a second order. */
export function insertOrder(placed: WholeOrder): SQL[] {
  const { order, parts, timeline } = placed
  const lines = parts.flatMap((part) => part.lines.map((line) => ({ ...line, subOrderId: part.id })))
  return [
    sql`insert into ${orders} (id, number, checkout_id, owner_id, email, address, currency, locale, shipping,
        payment_label, totals, placed_at)
      select ${order.id}::uuid, c.order_number, c.id, c.owner_id, c.email, c.address, c.currency, c.locale,
        ${JSON.stringify(order.shipping)}::jsonb, c.payment_label, c.totals, ${order.placedAt.toISOString()}::timestamptz
      from moved c`,
    sql`insert into ${subOrders} (id, order_id, seller_id, seller_name, items_minor, discount_minor, shipping_minor,
        shipping_tax_minor, tax_minor, total_minor)
      select p.id, ${order.id}::uuid, p."sellerId", p."sellerName", p."itemsMinor", p."discountMinor",
        p."shippingMinor", p."shippingTaxMinor", p."taxMinor", p."totalMinor"
      from moved, jsonb_to_recordset(${JSON.stringify(parts.map((part) => ({ ...part, lines: undefined })))}::jsonb)
        as p(id uuid, "sellerId" text, "sellerName" text, "itemsMinor" bigint, "discountMinor" bigint,
          "shippingMinor" bigint, "shippingTaxMinor" bigint, "taxMinor" bigint, "totalMinor" bigint)`,
    sql`insert into ${orderLines} (id, sub_order_id, position, sku, product_id, product_slug, title, options,
        image_path, tint_hue, quantity, unit_minor, list_minor, seller_discount_minor, mall_discount_minor, net_minor,
        tax_minor, tax_rate_bps, locale)
      select l.id, l."subOrderId", l.position, l.sku, l."productId", l."productSlug", l.title, l.options,
        l."imagePath", l."tintHue", l.quantity, l."unitMinor", l."listMinor", l."sellerDiscountMinor",
        l."mallDiscountMinor", l."netMinor", l."taxMinor", l."taxRateBps", l.locale
      from moved, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as l(id uuid, "subOrderId" uuid, position smallint, sku text, "productId" text, "productSlug" text, title text,
          options jsonb, "imagePath" text, "tintHue" integer, quantity integer, "unitMinor" bigint,
          "listMinor" bigint, "sellerDiscountMinor" bigint, "mallDiscountMinor" bigint, "netMinor" bigint,
          "taxMinor" bigint, "taxRateBps" integer, locale text)`,
    ...timeline.map((fact) => factInsert(sql`${order.id}::uuid`, fact, sql`from moved`)),
    eventInsert(
      outbox,
      OrderPlacedSchema,
      { order: toOrder(placed), ownerId: order.ownerId },
      order.id,
      sql`from moved`,
    ),
  ]
}

import { randomUUIDv7 } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import type { Row } from '../machine/advance.ts'
import { shippingMethods } from '../pricing/shipping-methods.ts'
import { type Line, orders, subOrders, timeline } from '../schema.ts'

/** Writes the order of a checkout, with a part for every seller. The unique checkout id makes a second one impossible. */
export function insertOrder(checkout: Row): SQL[] {
  const { address, totals } = checkout
  if (!address || !totals) throw new Error(`checkout ${checkout.id} is placed without an address or totals`)
  const shipping = shippingMethods(address.country, checkout.currency, totals.itemsMinor).find(
    ({ id }) => id === checkout.shippingMethodId,
  )
  if (!shipping) throw new Error(`checkout ${checkout.id} is placed without a shipping method`)
  // The price that was agreed to, whatever the table says by now.
  const agreed = { ...shipping, priceMinor: totals.shippingMinor }
  const orderId = randomUUIDv7()
  return [
    sql`insert into ${orders} (id, number, checkout_id, owner_id, email, address, currency, shipping, payment_label,
        totals, status)
      select ${orderId}::uuid, c.order_number, c.id, c.owner_id, c.email, c.address, c.currency,
        ${JSON.stringify(agreed)}::jsonb, c.payment_label, c.totals, 'placed' from moved c`,
    sql`insert into ${subOrders} (id, order_id, seller_id, seller_name, status, lines, items_minor)
      select p.id, ${orderId}::uuid, p."sellerId", p."sellerName", 'placed', p.lines, p."itemsMinor"
      from moved, jsonb_to_recordset(${JSON.stringify(partsOf(checkout.lines))}::jsonb)
        as p(id uuid, "sellerId" text, "sellerName" text, lines jsonb, "itemsMinor" bigint)`,
    sql`insert into ${timeline} (id, order_id, status, note)
      select ${randomUUIDv7()}::uuid, ${orderId}::uuid, 'placed', 'Order placed' from moved`,
  ]
}

const partsOf = (lines: Line[]) =>
  [...Map.groupBy(lines, ({ sellerId }) => sellerId)].map(([sellerId, own]) => ({
    id: randomUUIDv7(),
    sellerId,
    sellerName: own[0]?.sellerName ?? '',
    lines: own,
    itemsMinor: own.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0),
  }))

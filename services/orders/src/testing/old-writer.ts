import { randomUUID, randomUUIDv7 } from 'node:crypto'
import type { Deps } from '../deps.ts'

export type Old = { checkoutId: string; refused: boolean; sellers: number; totalMinor: number }

/**
 * Places an order with the statements of the release before migration 0001: the order, then the capture or its refusal.
 */
export async function placeAsBefore(pool: Pick<Deps['db']['$client'], 'query'>, old: Old): Promise<void> {
  const { checkoutId, refused, sellers, totalMinor } = old
  const orderId = randomUUIDv7()
  const number = `MH-${randomUUID().slice(0, 8)}`
  const totals = {
    itemsMinor: totalMinor - 490,
    discountMinor: 0,
    shippingMinor: 490,
    taxMinor: Math.round((totalMinor * 1900) / 11_900),
    taxIncluded: true,
    taxRateBps: 1900,
    totalMinor,
  }
  const parts = Array.from({ length: sellers }, (_, seller) => {
    const share = Math.floor(totals.itemsMinor / sellers)
    const itemsMinor = seller === 0 ? totals.itemsMinor - share * (sellers - 1) : share
    return {
      id: randomUUIDv7(),
      sellerId: `seller-${seller}`,
      sellerName: 'A shop',
      lines: linesOf(seller, itemsMinor),
      itemsMinor,
    }
  })
  await pool.query(
    `insert into orders.checkouts (id, owner_id, state, currency, lines, totals, due_at, expires_at)
      values ($1, 'ada', 'placing', 'EUR', '[]', $2, now() + interval '1 minute', now())`,
    [checkoutId, totals],
  )
  await pool.query(
    `with moved as (update orders.checkouts set state = 'capturing', order_number = $2 where id = $1 and state = 'placing' returning *),
      piece_0 as (insert into orders.orders (id, number, checkout_id, owner_id, email, address, currency, shipping, payment_label, totals, status)
        select $3::uuid, c.order_number, c.id, c.owner_id, c.email, '{}', c.currency, '{"id": "standard", "label": "Standard", "priceMinor": 490, "minDays": 2, "maxDays": 4}', c.payment_label, c.totals, 'placed' from moved c),
      piece_1 as (insert into orders.sub_orders (id, order_id, seller_id, seller_name, status, lines, items_minor)
        select p.id, $3::uuid, p."sellerId", p."sellerName", 'placed', p.lines, p."itemsMinor" from moved, jsonb_to_recordset($4::jsonb)
          as p(id uuid, "sellerId" text, "sellerName" text, lines jsonb, "itemsMinor" bigint)),
      piece_2 as (insert into orders.timeline (id, order_id, status, note) select $5::uuid, $3::uuid, 'placed', 'Order placed' from moved)
      select 1 from moved`,
    [checkoutId, number, orderId, JSON.stringify(parts), randomUUIDv7()],
  )
  if (refused) {
    await pool.query(
      `with moved as (update orders.checkouts set state = 'capture_refused' where id = $1 and state = 'capturing' returning *),
        piece_0 as (insert into orders.timeline (id, order_id, status, note)
          select $2::uuid, o.id, 'placed', 'The bank refused the payment.' from moved join orders.orders o on o.checkout_id = moved.id)
        select 1 from moved`,
      [checkoutId, randomUUIDv7()],
    )
    return
  }
  await pool.query(
    `with moved as (update orders.checkouts set state = 'done' where id = $1 and state = 'capturing' returning *),
      piece_0 as (update orders.orders set status = 'paid' from moved where orders.orders.id = $2),
      piece_1 as (update orders.sub_orders set status = 'paid' from moved where orders.sub_orders.order_id = $2),
      piece_2 as (insert into orders.timeline (id, order_id, at, status, note)
        select $3::uuid, $2::uuid, now(), 'paid', 'Payment received' from moved)
      select 1 from moved`,
    [checkoutId, orderId, randomUUIDv7()],
  )
}

const linesOf = (seller: number, itemsMinor: number) => [
  { ...line, sku: `FREE-${seller}`, quantity: 3, unitMinor: 0 },
  { ...line, sku: `MUG-${seller}`, quantity: 1, unitMinor: itemsMinor },
]

const line = {
  productId: 'p',
  productSlug: 'mug',
  title: 'Mug',
  variantLabel: 'Colour: Clay, matt, Size: M',
  imagePath: 'mug',
  tintHue: 45,
  sellerId: 's',
  sellerName: 'A shop',
}

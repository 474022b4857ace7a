import { type SQL, sql } from 'drizzle-orm'

/**
 * Returns CTEs for a statement that defines `lines(checkout_id, sku, quantity)`: they lock the rows of stock in the order of
 * their SKUs, so that overlapping reservations queue instead of deadlocking, update the counters and write the ledger.
 * Invariant: every statement locks its reservation row before its rows of stock.
 */
export function moveStock(
  kind: 'reserved' | 'released' | 'committed',
  sign: { onHand: -1 | 0; reserved: -1 | 0 | 1 },
): SQL {
  const onHand = sql.raw(String(sign.onHand))
  const reserved = sql.raw(String(sign.reserved))
  return sql`
    wanted as (select sku, sum(quantity)::int as quantity from lines group by sku),
    locked as (select s.sku, w.quantity from cart.stock s join wanted w using (sku) order by s.sku for update of s),
    moved as (
      update cart.stock s
      set on_hand = s.on_hand + (${onHand}) * k.quantity, reserved = s.reserved + (${reserved}) * k.quantity,
        revision = s.revision + 1
      from locked k where s.sku = k.sku
      returning s.sku, s.revision, s.on_hand - s.reserved as available, ((${onHand}) - (${reserved})) * k.quantity as change),
    ledger as (
      insert into cart.movements (sku, kind, on_hand_delta, reserved_delta, checkout_id)
      select sku, ${kind}::cart.movement_kind, (${onHand}) * quantity, (${reserved}) * quantity, checkout_id
      from lines)`
}

import type { InventoryService } from '@mallhive/contracts/inventory'
import type { ServiceImpl } from '@connectrpc/connect'
import { eq, sql } from 'drizzle-orm'
import type { Deps } from '../../deps.ts'
import { checkId } from '../../limits.ts'
import { reservations } from '../../schema.ts'
import { announceCrossings } from '../announce.ts'
import { moveStock } from '../move-stock.ts'
import { domainError } from '../../reasons.ts'

/**
 * Returns reserved stock, once. Releasing a checkout without a reservation records the release, so that a reserve that arrives
 * late is refused.
 */
export function release(deps: Pick<Deps, 'db'>): ServiceImpl<typeof InventoryService>['release'] {
  return async ({ checkoutId }) => {
    checkId('checkout_id', checkoutId)
    const { rowCount } = await deps.db.execute(sql`
      with settled as (
        insert into cart.reservations as r (checkout_id, status, skus, quantities, expires_at)
        values (${checkoutId}, 'released', '{}', '{}', now())
        on conflict (checkout_id) do update set status = 'released' where r.status in ('held', 'expired')
        returning old.status as was, r.checkout_id, r.skus, r.quantities),
      lines as (
        select s.checkout_id, l.sku, l.quantity from settled s, unnest(s.skus, s.quantities) as l(sku, quantity)
        where s.was = 'held'),
      ${moveStock('released', { onHand: 0, reserved: -1 })}, ${announceCrossings()}
      select 1 from settled`)
    if (rowCount === 1) return {}

    const [found] = await deps.db.select().from(reservations).where(eq(reservations.checkoutId, checkoutId))
    if (found?.status === 'released') return {}
    throw domainError('RESERVATION_COMMITTED', 'what this checkout reserved is sold')
  }
}

import type { InventoryService } from '@mallhive/contracts/inventory'
import type { ServiceImpl } from '@connectrpc/connect'
import { eq, sql } from 'drizzle-orm'
import type { Deps } from '../../deps.ts'
import { checkId } from '../../limits.ts'
import { reservations } from '../../schema.ts'
import { announceCrossings } from '../announce.ts'
import { moveStock } from '../move-stock.ts'
import { violates } from '../violates.ts'
import { domainError } from '../../reasons.ts'

/**
 * Turns a reservation into a sale, once. An expired hold is still sold, in one statement, while its stock is available.
 * @throws DomainError RESERVATION_EXPIRED when it is not: nothing was taken, and the caller must void the payment
 */
export function commit(deps: Pick<Deps, 'db'>): ServiceImpl<typeof InventoryService>['commit'] {
  return async ({ checkoutId }) => {
    checkId('checkout_id', checkoutId)
    if ((await settle(deps, checkoutId, 'held')) || (await settle(deps, checkoutId, 'expired'))) return {}

    const [found] = await deps.db.select().from(reservations).where(eq(reservations.checkoutId, checkoutId))
    if (found?.status === 'committed') return {}
    if (!found) throw domainError('NO_RESERVATION', 'this checkout has reserved nothing')
    if (found.status === 'released') {
      throw domainError('RESERVATION_RELEASED', 'this checkout has given its stock back')
    }
    throw domainError('TRY_AGAIN', 'the reservation changed while it was committed')
  }
}

async function settle(
  { db }: Pick<Deps, 'db'>,
  checkoutId: string,
  from: 'held' | 'expired',
): Promise<boolean> {
  // An expired hold no longer counts in `reserved`, so its sale only reduces `on_hand`.
  const sign =
    from === 'held' ? ({ onHand: -1, reserved: -1 } as const) : ({ onHand: -1, reserved: 0 } as const)
  try {
    const { rowCount } = await db.execute(sql`
      with settled as (
        update cart.reservations set status = 'committed'
        where checkout_id = ${checkoutId} and status = ${from}
        returning checkout_id, skus, quantities),
      lines as (
        select s.checkout_id, l.sku, l.quantity from settled s, unnest(s.skus, s.quantities) as l(sku, quantity)),
      ${moveStock('committed', sign)}, ${announceCrossings()}
      select 1 from settled`)
    return rowCount === 1
  } catch (error) {
    if (!violates(error, 'stock_never_oversold') && !violates(error, 'stock_never_negative')) throw error
    throw domainError('RESERVATION_EXPIRED', 'the reservation expired and its stock is sold')
  }
}

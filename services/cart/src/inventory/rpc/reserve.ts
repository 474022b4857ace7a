import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import type { InventoryService } from '@mallhive/contracts/inventory'
import type { DomainError } from '@mallhive/service-kit/errors'
import type { ServiceImpl } from '@connectrpc/connect'
import { eq, inArray, sql } from 'drizzle-orm'
import type { Deps } from '../../deps.ts'
import { checkId } from '../../limits.ts'
import { reservations, stock } from '../../schema.ts'
import { announceCrossings } from '../announce.ts'
import { moveStock } from '../move-stock.ts'
import { toStockLines } from '../stock-line.ts'
import { violates } from '../violates.ts'
import { domainError } from '../../reasons.ts'

/** Reserves all lines or none, once per checkout. A repeat returns the same reservation; an expired one is reserved again. */
export function reserve(deps: Pick<Deps, 'db' | 'config'>): ServiceImpl<typeof InventoryService>['reserve'] {
  return async (request) => {
    checkId('checkout_id', request.checkoutId)
    const wanted = toStockLines(request.lines)
    const expiresAt =
      (await take(deps, request.checkoutId, wanted)) ?? (await repeated(deps, request.checkoutId, wanted))
    return { expiresAt: timestampFromDate(expiresAt) }
  }
}

type Wanted = ReturnType<typeof toStockLines>

/** Returns undefined, and reserves nothing, when the checkout already has a reservation. */
async function take(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  checkoutId: string,
  { skus, quantities }: Wanted,
): Promise<Date | undefined> {
  try {
    const { rows } = await db.execute<{ expires_at: string | Date }>(sql`
      with claimed as (
        insert into cart.reservations as r (checkout_id, status, skus, quantities, expires_at)
        values (${checkoutId}, 'held', ${sql.param(skus)}::text[], ${sql.param(quantities)}::int[],
          now() + ${config.RESERVATION_TTL_MS} * interval '1 ms')
        on conflict (checkout_id) do update
          set status = 'held', skus = excluded.skus, quantities = excluded.quantities, expires_at = excluded.expires_at
          where r.status = 'expired'
        returning checkout_id, skus, quantities, expires_at),
      lines as (
        select c.checkout_id, l.sku, l.quantity from claimed c, unnest(c.skus, c.quantities) as l(sku, quantity)),
      ${moveStock('reserved', { onHand: 0, reserved: 1 })}, ${announceCrossings()}
      select expires_at from claimed`)
    return rows[0] && new Date(rows[0].expires_at)
  } catch (error) {
    if (violates(error, 'stock_never_oversold') || violates(error, 'movements_of_known_sku')) {
      throw await outOfStock(db, { skus, quantities })
    }
    throw error
  }
}

async function repeated({ db }: Pick<Deps, 'db'>, checkoutId: string, wanted: Wanted): Promise<Date> {
  const [found] = await db.select().from(reservations).where(eq(reservations.checkoutId, checkoutId))
  if (!found || found.status === 'expired') {
    throw domainError('TRY_AGAIN', 'the reservation expired while it was repeated')
  }
  if (found.status === 'released') {
    throw domainError('RESERVATION_RELEASED', 'this checkout has given its stock back')
  }
  if (String(found.skus) !== String(wanted.skus) || String(found.quantities) !== String(wanted.quantities)) {
    throw domainError('RESERVATION_DIFFERS', 'this checkout has reserved other lines')
  }
  return found.expiresAt
}

/** Returns OUT_OF_STOCK with the SKUs that are short now; with all SKUs when none is short any more. */
async function outOfStock(db: Deps['db'], { skus, quantities }: Wanted): Promise<DomainError> {
  const rows = await db.select().from(stock).where(inArray(stock.sku, skus))
  const available = new Map(rows.map((row) => [row.sku, row.onHand - row.reserved]))
  const short = skus.filter((sku, i) => (available.get(sku) ?? 0) < (quantities[i] ?? 0))
  return domainError('OUT_OF_STOCK', 'not enough in stock', {
    skus: (short.length > 0 ? short : skus).join(','),
  })
}

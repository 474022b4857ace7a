import { createHash } from 'node:crypto'
import type { ServiceImpl } from '@connectrpc/connect'
import type { OrdersService } from '@mallhive/contracts/orders'
import { newCheckout } from '../checkout/new-checkout.ts'
import { ownCheckout } from '../checkout/own-checkout.ts'
import { isLapsed, toCheckout } from '../checkout/view.ts'
import type { Deps } from '../deps.ts'
import { priceLines } from '../pricing/price-lines.ts'

/** Opens the successor of a failed checkout with all its inputs but the card: a checkout is one attempt to pay. */
export function retryCheckout(
  deps: Pick<Deps, 'db' | 'catalog'>,
): ServiceImpl<typeof OrdersService>['retryCheckout'] {
  return async ({ checkoutId }, context) => {
    const old = await ownCheckout(deps, checkoutId, context)
    if (old.state !== 'failed' && !isLapsed(old)) return { checkout: toCheckout(old) }
    const id = successorOf(checkoutId)
    const lines = await priceLines(deps, old.lines, old.currency)
    const { ownerId, currency, locale, email, address, shippingMethodId } = old
    const inputs = { ownerId, currency, locale, email, address, shippingMethodId }
    const row = await newCheckout(deps, { id, lines, ...inputs })
    return { checkout: toCheckout(row ?? (await ownCheckout(deps, id, context))) }
  }
}

/** Derives the successor's id, so that concurrent retries share one. Keeps the timestamp and format of a UUIDv7. */
function successorOf(id: string): string {
  const hash = createHash('sha256').update(`after ${id}`).digest('hex')
  return `${id.slice(0, 13)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`
}

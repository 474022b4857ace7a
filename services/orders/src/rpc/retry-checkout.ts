import { createHash } from 'node:crypto'
import type { ServiceImpl } from '@connectrpc/connect'
import type { OrdersService } from '@mallhive/contracts/orders'
import { and, eq, gt, inArray, ne, or, sql } from 'drizzle-orm'
import { newCheckout } from '../checkout/new-checkout.ts'
import { ownCheckout } from '../checkout/own-checkout.ts'
import { ordered, placing, replaceOpen } from '../checkout/replace-open.ts'
import { isLapsed, toCheckout } from '../checkout/view.ts'
import type { Deps } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { priceLines } from '../pricing/price-lines.ts'
import { checkouts } from '../schema.ts'

/**
 * Opens the successor of a failed checkout with all its inputs but the card: a checkout is one attempt to pay. Returns a later
 * checkout of the cart instead, if one is open or was ordered.
 */
export function retryCheckout(
  deps: Pick<Deps, 'db' | 'catalog'>,
): ServiceImpl<typeof OrdersService>['retryCheckout'] {
  return async ({ checkoutId }, context) => {
    const old = await ownCheckout(deps, checkoutId, context)
    if (old.state !== 'failed' && !isLapsed(old)) return { checkout: toCheckout(old) }
    const later = await laterOf(deps.db, old)
    if (later) return { checkout: toCheckout(later) }
    const id = successorOf(checkoutId)
    const lines = await priceLines(deps, old.lines, old)
    const { ownerId, currency, locale, email, address, shippingMethodId } = old
    const inputs = { ownerId, currency, locale, email, address, shippingMethodId }
    const row = await replaceOpen(
      deps,
      { ownerId },
      async (tx) => (await laterOf(tx, old)) ?? newCheckout(tx, { id, lines, ...inputs }),
    )
    return { checkout: toCheckout(row ?? (await ownCheckout(deps, id, context))) }
  }
}

/**
 * Returns the checkout with which the cart has gone on since: the open one, else the first that was placed with one of its lines.
 * Others were placed by a guest whom the account has taken over.
 */
async function laterOf(
  db: Pick<Deps['db'], 'select'>,
  { id, ownerId, createdAt, lines }: Row,
): Promise<Row | undefined> {
  const isOpen = and(eq(checkouts.state, 'open'), gt(checkouts.expiresAt, sql`now()`))
  const skus = sql.param(lines.map(({ sku }) => sku))
  const sharesLine = sql`exists (
    select from jsonb_array_elements(${checkouts.lines}) line where line ->> 'sku' = any(${skus}::text[]))`
  const goesOn = or(isOpen, and(inArray(checkouts.state, [...placing, ...ordered]), sharesLine))
  // The driver has cut `createdAt` to milliseconds, so that the row itself may be later.
  const isLater = and(gt(checkouts.createdAt, createdAt), ne(checkouts.id, id))
  const [later] = await db
    .select()
    .from(checkouts)
    .where(and(eq(checkouts.ownerId, ownerId), isLater, goesOn))
    .orderBy(sql`${checkouts.state} <> 'open'`, checkouts.createdAt)
    .limit(1)
  return later
}

/** Derives the successor's id, so that concurrent retries share one. Keeps the timestamp and format of a UUIDv7. */
function successorOf(id: string): string {
  const hash = createHash('sha256').update(`after ${id}`).digest('hex')
  return `${id.slice(0, 13)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`
}

import type { ServiceImpl } from '@connectrpc/connect'
import type { Money } from '@mallhive/contracts/money'
import type { OrdersService } from '@mallhive/contracts/orders'
import { and, eq, sql } from 'drizzle-orm'
import { answer } from '../checkout/answer.ts'
import { checkLocale } from '../checkout/check-locale.ts'
import { ownCheckout } from '../checkout/own-checkout.ts'
import { isLapsed, totalsOf } from '../checkout/view.ts'
import type { Deps } from '../deps.ts'
import { inMs, type Row } from '../machine/advance.ts'
import { drive } from '../machine/drive.ts'
import { settled } from '../machine/wait-until-settled.ts'
import { itemsMinorOf } from '../pricing/list-lines.ts'
import { priceLines } from '../pricing/price-lines.ts'
import { shippingMethods } from '../pricing/shipping-methods.ts'
import { checkouts } from '../schema.ts'
import { domainError } from '../reasons.ts'

/**
 * Starts the placement of a checkout and waits until it settles. A concurrent or repeated call joins the running placement and
 * returns the same answer.
 */
export function placeOrder(deps: Deps): ServiceImpl<typeof OrdersService>['placeOrder'] {
  return async ({ checkoutId, expectedTotal, returnUrl, locale }, context) => {
    checkLocale(locale)
    const row = await ownCheckout(deps, checkoutId, context)
    if (isLapsed(row)) return answer(deps, row)
    if (row.state !== 'open') return answer(deps, await settled(deps, checkoutId))
    if (!deps.returnOrigins.includes(URL.parse(returnUrl)?.origin ?? ''))
      throw domainError('BAD_RETURN_URL', 'a challenge returns to the mall only')
    const placed = { ...complete(row), locale: locale || row.locale }
    const begun = await begin(deps, await repriced(deps, placed), expectedTotal, returnUrl)
    const driving =
      begun &&
      drive(deps, begun).catch((error: unknown) =>
        deps.log.warn({ err: error, checkoutId }, 'driving a checkout failed, claimed again when due'),
      )
    return answer(deps, await settled(deps, checkoutId, driving))
  }
}

function complete(row: Row): Row {
  const missing = missingStep(row)
  if (missing) throw domainError('INCOMPLETE', 'a step of this checkout is missing', { missing })
  return row
}

/** Returns the first step to do: one that was never done, or whose choice is no longer offered. */
function missingStep({ email, address, currency, lines, shippingMethodId, paymentMethod }: Row) {
  const offered = shippingMethods(address?.country ?? '', currency, itemsMinorOf(lines))
  if (!email || offered.length === 0) return 'address'
  if (!offered.some(({ id }) => id === shippingMethodId)) return 'shipping'
  return paymentMethod ? undefined : 'payment'
}

/**
 * Returns the checkout with its lines as the catalogue offers them now. Writes nothing. @throws DomainError UNAVAILABLE for
 * products that are archived and variants that are deleted or no longer sold in the currency
 */
async function repriced(deps: Pick<Deps, 'catalog'>, row: Row): Promise<Row> {
  return { ...row, lines: await priceLines(deps, row.lines, row), pricedAt: new Date() }
}

/** Stores the current prices of a checkout that is not placed at them, for its review. */
async function savePrices(
  { db }: Pick<Deps, 'db'>,
  { id, attempt, lines, locale, pricedAt }: Row,
): Promise<void> {
  const unchanged = and(eq(checkouts.id, id), eq(checkouts.state, 'open'), eq(checkouts.attempt, attempt))
  await db.update(checkouts).set({ lines, locale, pricedAt }).where(unchanged)
}

/**
 * Makes the first transition, which writes the lines together with their totals; returns undefined when another call has made
 * it. @throws DomainError TOTAL_CHANGED
 */
async function begin(
  { db, timing }: Pick<Deps, 'db' | 'timing'>,
  row: Row,
  expected: Money | undefined,
  returnUrl: string,
): Promise<Row | undefined> {
  const totals = totalsOf(row)
  const agreed = expected?.minor === BigInt(totals.totalMinor) && expected.currency === row.currency
  if (agreed) {
    const { rows } = await db.execute<{ expires_at: string | Date }>(sql`
      update ${checkouts} set state = 'reserving', lines = ${JSON.stringify(row.lines)}::jsonb, locale = ${row.locale},
        totals = ${JSON.stringify(totals)}::jsonb, return_url = ${returnUrl},
        expires_at = ${inMs(timing.expiryMs)}, due_at = ${inMs(timing.leaseMs)}
      where id = ${row.id} and state = 'open' and attempt = ${row.attempt}
      returning expires_at`)
    if (rows[0])
      return { ...row, state: 'reserving', totals, returnUrl, expiresAt: new Date(rows[0].expires_at) }
  } else await savePrices({ db }, row)
  const [now] = await db.select({ state: checkouts.state }).from(checkouts).where(eq(checkouts.id, row.id))
  if (now?.state !== 'open') return undefined
  if (agreed) throw domainError('TOTAL_CHANGED', 'this checkout was changed in the meantime')
  throw domainError('TOTAL_CHANGED', 'the total is not the one that was agreed to', {
    totalMinor: String(totals.totalMinor),
    currency: row.currency,
  })
}

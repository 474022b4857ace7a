import type { ServiceImpl } from '@connectrpc/connect'
import { maxLines, maxQuantity } from '@mallhive/contracts/limits'
import type { CheckoutLine, OrdersService } from '@mallhive/contracts/orders'
import { actorOf } from '@mallhive/service-kit/auth'
import { and, eq, sql } from 'drizzle-orm'
import { checkLocale } from '../checkout/check-locale.ts'
import { newCheckout, openForMs } from '../checkout/new-checkout.ts'
import { isId, ownCheckout } from '../checkout/own-checkout.ts'
import { replaceOpen, unfinishedIds } from '../checkout/replace-open.ts'
import { toCheckout } from '../checkout/view.ts'
import type { Deps } from '../deps.ts'
import { inMs, type Row } from '../machine/advance.ts'
import { priceLines, type Wanted } from '../pricing/price-lines.ts'
import { checkouts } from '../schema.ts'
import { domainError } from '../reasons.ts'

export function startCheckout(
  deps: Pick<Deps, 'db' | 'catalog'>,
): ServiceImpl<typeof OrdersService>['startCheckout'] {
  return async ({ checkoutId, currency, locale, lines, reuseOpen }, context) => {
    const { id: ownerId } = actorOf(context)
    if (!isId(checkoutId)) throw domainError('BAD_ID', 'a checkout id is a UUID')
    if (!/^[A-Z]{3}$/.test(currency)) throw domainError('BAD_CURRENCY', 'a currency is an ISO 4217 code')
    checkLocale(locale)
    const unfinished = reuseOpen ? await unfinishedIds(deps, ownerId) : []
    const priced = await priceLines(deps, checkLines(lines), { currency, locale })
    const opened = { id: checkoutId, ownerId, currency, locale, lines: priced }
    const row = await (reuseOpen
      ? replaceOpen(deps, { ownerId, unfinished }, (tx, open) => {
          const same = open?.currency === currency && contentsOf(open.lines) === contentsOf(priced)
          return same
            ? reopen(tx, { ...opened, id: open.id })
            : newCheckout(tx, { ...inputsOf(open, currency), ...opened })
        })
      : newCheckout(deps.db, opened))
    if (row) return { checkout: toCheckout(row) }
    const known = await ownCheckout(deps, checkoutId, context)
    if (known.currency !== currency || contentsOf(known.lines) !== contentsOf(priced))
      throw domainError('ID_REUSED', 'this checkout id has other lines or another currency')
    return { checkout: toCheckout(known) }
  }
}

function checkLines(lines: CheckoutLine[]): Wanted[] {
  const quantities = new Map<string, number>()
  for (const { sku, quantity } of lines) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity)
  const wanted = [...quantities].map(([sku, quantity]) => ({ sku, quantity }))
  const good = wanted.every(
    ({ sku, quantity }) => sku !== '' && sku.length <= 64 && quantity >= 1 && quantity <= maxQuantity,
  )
  if (!good || wanted.length > maxLines || lines.some(({ quantity }) => quantity < 1)) {
    throw domainError('BAD_LINES', `up to ${maxLines} lines of 1 to ${maxQuantity}`)
  }
  if (wanted.length === 0) throw domainError('EMPTY', 'there is nothing to check out')
  return wanted
}

/** Reopens a checkout at current prices; returns undefined when it is no longer open. */
async function reopen(
  db: Pick<Deps['db'], 'update'>,
  { id, locale, lines }: Pick<Row, 'id' | 'locale' | 'lines'>,
): Promise<Row | undefined> {
  const [row] = await db
    .update(checkouts)
    .set({
      lines,
      locale,
      pricedAt: sql`now()`,
      attempt: sql`${checkouts.attempt} + 1`,
      expiresAt: inMs(openForMs),
    })
    .where(and(eq(checkouts.id, id), eq(checkouts.state, 'open')))
    .returning()
  return row
}

/** Returns the shopper's inputs; in another currency without shipping and payment, whose price and charge would be others. */
function inputsOf(open: Row | undefined, currency: string): Partial<Row> {
  if (!open) return {}
  const { email, address, shippingMethodId, paymentMethod, paymentLabel } = open
  return open.currency === currency
    ? { email, address, shippingMethodId, paymentMethod, paymentLabel }
    : { email, address }
}

const contentsOf = (lines: Wanted[]): string =>
  lines
    .map(({ sku, quantity }) => `${sku} ${quantity}`)
    .toSorted()
    .join('\n')

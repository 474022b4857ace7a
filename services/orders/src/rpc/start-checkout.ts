import type { ServiceImpl } from '@connectrpc/connect'
import { maxLines, maxQuantity } from '@mallhive/contracts/limits'
import type { CheckoutLine, OrdersService } from '@mallhive/contracts/orders'
import { actorOf } from '@mallhive/service-kit/auth'
import { and, desc, eq, sql } from 'drizzle-orm'
import { newCheckout, openForMs } from '../checkout/new-checkout.ts'
import { isId, ownCheckout } from '../checkout/own-checkout.ts'
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
    if (locale && !isLocale(locale)) throw domainError('BAD_LOCALE', 'a locale is a BCP 47 tag')
    const priced = await priceLines(deps, checkLines(lines), currency)
    const opened = { ownerId, currency, locale, lines: priced }
    const found = reuseOpen ? await reopen(deps, opened) : undefined
    const row = found ?? (await newCheckout(deps, { id: checkoutId, ...opened }))
    return { checkout: toCheckout(row ?? (await ownCheckout(deps, checkoutId, context))) }
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

/** Well-formed by BCP 47 and no longer than a language with script, region and one extension. */
function isLocale(tag: string): boolean {
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** Reopens the shopper's checkout of the same lines at current prices. */
async function reopen(
  { db }: Pick<Deps, 'db'>,
  { ownerId, currency, locale, lines }: Pick<Row, 'ownerId' | 'currency' | 'locale' | 'lines'>,
): Promise<Row | undefined> {
  const mine = and(
    eq(checkouts.ownerId, ownerId),
    eq(checkouts.state, 'open'),
    eq(checkouts.currency, currency),
    sql`${checkouts.expiresAt} > now()`,
  )
  const [newest] = await db.select().from(checkouts).where(mine).orderBy(desc(checkouts.createdAt)).limit(1)
  if (!newest || contentsOf(newest.lines) !== contentsOf(lines)) return undefined
  const [row] = await db
    .update(checkouts)
    .set({
      lines,
      locale,
      pricedAt: sql`now()`,
      attempt: sql`${checkouts.attempt} + 1`,
      expiresAt: inMs(openForMs),
    })
    .where(and(eq(checkouts.id, newest.id), eq(checkouts.state, 'open')))
    .returning()
  return row
}

const contentsOf = (lines: Wanted[]): string =>
  lines
    .map(({ sku, quantity }) => `${sku} ${quantity}`)
    .toSorted()
    .join('\n')

import type { ServiceImpl } from '@connectrpc/connect'
import type { OrdersService, UpdateCheckoutRequest } from '@mallhive/contracts/orders'
import { prepared } from '@mallhive/service-kit/prepared'
import { and, eq, sql } from 'drizzle-orm'
import { checkAddress, checkEmail } from '../checkout/check-contact.ts'
import { ownCheckout } from '../checkout/own-checkout.ts'
import { isLapsed, toCheckout } from '../checkout/view.ts'
import type { Deps } from '../deps.ts'
import type { Row } from '../machine/advance.ts'
import { itemsMinorOf } from '../pricing/list-lines.ts'
import { shippingMethods } from '../pricing/shipping-methods.ts'
import { checkouts } from '../schema.ts'
import { domainError } from '../reasons.ts'

export function updateCheckout(deps: Pick<Deps, 'db'>): ServiceImpl<typeof OrdersService>['updateCheckout'] {
  return async (request, context) => {
    const row = await ownCheckout(deps, request.checkoutId, context)
    if (row.state !== 'open' || isLapsed(row)) throw notOpen()
    const [next] = await save(deps.db).execute({ id: row.id, ...changesOf(row, request) })
    if (!next) throw notOpen()
    return { checkout: toCheckout(next) }
  }
}

/** Increments the attempt, which fences out a placement that has read the previous inputs. */
const save = prepared((db: Deps['db']) =>
  db
    .update(checkouts)
    .set({
      email: sql`${sql.placeholder('email')}`,
      address: sql`${sql.placeholder('address')}`,
      shippingMethodId: sql`${sql.placeholder('shippingMethodId')}`,
      paymentMethod: sql`${sql.placeholder('paymentMethod')}`,
      paymentLabel: sql`${sql.placeholder('paymentLabel')}`,
      attempt: sql`${checkouts.attempt} + 1`,
    })
    .where(and(eq(checkouts.id, sql.placeholder('id')), eq(checkouts.state, 'open')))
    .returning(),
)

type Inputs = Pick<Row, 'email' | 'address' | 'shippingMethodId' | 'paymentMethod' | 'paymentLabel'>

function changesOf(row: Row, request: UpdateCheckoutRequest): Inputs {
  const address = request.address ? checkAddress(request.address) : row.address
  const methods = shippingMethods(address?.country ?? '', row.currency, itemsMinorOf(row.lines)).map(
    ({ id }) => id,
  )
  const { shippingMethodId, paymentMethod = row.paymentMethod, paymentLabel = row.paymentLabel } = request
  if (shippingMethodId !== undefined && !methods.includes(shippingMethodId)) {
    throw domainError('BAD_SHIPPING_METHOD', 'this shipping method does not serve the address', {
      shippingMethodId: 'unavailable',
    })
  }
  if (!isToken(paymentMethod) || !isCardLabel(paymentLabel))
    throw domainError('BAD_PAYMENT_METHOD', 'that is not a card token')
  const kept = methods.includes(row.shippingMethodId) ? row.shippingMethodId : ''
  return {
    email: request.email === undefined ? row.email : checkEmail(request.email),
    address,
    shippingMethodId: shippingMethodId ?? kept,
    paymentMethod,
    paymentLabel,
  }
}

const isToken = (text: string) => text.length <= 200 && /^[^\p{Cc}\p{Cs}]*$/u.test(text)

/**
 * Whether the text may label a card: a brand and digits (Visa ending 4242, Visa •••• 4242). It comes by way of the browser and is
 * mailed, so it holds nothing that reads as an address or as markup.
 */
const isCardLabel = (text: string) => /^[\p{L}\p{M}\p{N} •*-]{0,100}$/u.test(text)

const notOpen = () => domainError('NOT_OPEN', 'this checkout cannot be changed any more')

import { randomUUID } from 'node:crypto'

import type { CallOptions } from '@connectrpc/connect'
import { toMoney, minorOf } from '@mallhive/contracts/money'
import { type Checkout, CheckoutState, OrdersService } from '@mallhive/contracts/orders'

import type { Services } from './open-services.ts'
import { benchAddress } from './bench-address.ts'

/** A guest session and the token of a valid card. */
export type Buyer = { cookie: string; paymentMethod: string }

export async function openBuyers({ identity, at }: Services, count: number): Promise<Buyer[]> {
  const buyers: Buyer[] = []
  for (let i = 0; i < count; i++) {
    const { setCookies } = await identity.startGuest({ clientAddress: '127.0.0.1' })
    const cookie = setCookies.map((value) => value.split(';')[0]).join('; ')
    buyers.push({ cookie, paymentMethod: await goodCard(at.sandboxProvider, at.publicOrigin) })
  }
  return buyers
}

export type Ready = { as: CallOptions; checkout: Checkout }

/** Returns a checkout of one SKU with every step filled in, ready to be placed. */
export async function readyCheckout(
  { platform, identity }: Services,
  buyer: Buyer,
  sku: string,
): Promise<Ready> {
  const orders = platform.client(OrdersService)
  const checkoutId = randomUUID()
  // A token expires within minutes; a bench runs longer.
  const { token } = await identity.exchangeSession({ cookie: buyer.cookie })
  const as = { headers: { authorization: `Bearer ${token}` } }
  await orders.startCheckout({ checkoutId, currency: 'EUR', lines: [{ sku, quantity: 1 }] }, as)
  const step = { checkoutId, email: 'ada@example.test', address: benchAddress }
  const { checkout: addressed } = await orders.updateCheckout(step, as)
  const filled = {
    checkoutId,
    shippingMethodId: addressed?.shippingMethods[0]?.id ?? '',
    paymentMethod: buyer.paymentMethod,
    paymentLabel: 'Visa •••• 4242',
  }
  const { checkout } = await orders.updateCheckout(filled, as)
  if (!checkout) throw new Error('a checkout could not be prepared')
  return { as, checkout }
}

/** Places the checkout and polls until it has left the state PLACING. */
export async function place({ platform, at }: Services, { as, checkout }: Ready): Promise<Checkout> {
  const orders = platform.client(OrdersService)
  const expectedTotal = toMoney(minorOf(checkout.totals?.total), checkout.currency)
  const returnUrl = `${at.publicOrigin}/checkout/${checkout.id}/return`
  let { checkout: now } = await orders.placeOrder({ checkoutId: checkout.id, expectedTotal, returnUrl }, as)
  while (now?.state === CheckoutState.PLACING) {
    ;({ checkout: now } = await orders.getCheckout({ checkoutId: checkout.id }, as))
  }
  if (!now) throw new Error('a checkout has vanished')
  return now
}

/** Returns the card network's token for a card that is always approved. */
export async function goodCard(provider: string, origin: string): Promise<string> {
  const body = new URLSearchParams({
    number: '4242 4242 4242 4242',
    expiry: '12/40',
    cvc: '123',
    name: 'Ada Bench',
    return_url: `${origin}/checkout/payment`,
  })
  const { headers } = await fetch(`${provider}/v1/payment_methods`, {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  const method = URL.parse(headers.get('location') ?? '')?.searchParams.get('payment_method')
  if (!method) throw new Error('the card network refused a good card')
  return method
}

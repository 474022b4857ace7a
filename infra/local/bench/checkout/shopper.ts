import { randomUUID } from 'node:crypto'

import type { CallOptions, Client } from '@connectrpc/connect'
import { createClient } from '@connectrpc/connect'
import { createConnectTransport } from '@connectrpc/connect-node'
import { InventoryService } from '@mallhive/contracts/inventory'
import type { Money } from '@mallhive/contracts/money'
import { CheckoutState, OrdersService } from '@mallhive/contracts/orders'

import { skus } from './shelf.ts'
import { type App, publicOrigin, type Stage } from './stage.ts'
import { benchAddress } from '../bench-address.ts'

const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  poor: '4000000000009995',
  flaky: '4000000000000770',
  answerLost: '4000000000000119',
  stuck: '4000000000000887',
  challenged: '4000002500003155',
}
export type Card = keyof typeof cards

/** Returns a card token for each kind; tokens can be reused. */
export async function cardTokens({ provider }: Stage): Promise<Record<Card, string>> {
  const entries = Object.entries(cards).map(async ([kind, number]) => {
    const form = {
      number,
      expiry: '12/40',
      cvc: '123',
      name: 'Ada Bench',
      return_url: `${publicOrigin}/checkout/1/payment`,
    }
    const answer = await fetch(`${provider}/v1/payment_methods`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    })
    return [kind, new URL(answer.headers.get('location') ?? '').searchParams.get('payment_method')]
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** Sets the stock of every SKU. */
export async function stockUp(stage: Stage, app: App, onHand: number): Promise<void> {
  const headers = { authorization: `Bearer ${await stage.staff()}` }
  const inventory = createClient(InventoryService, transportTo(app))
  for (const sku of skus) await inventory.setStock({ sku, onHand, sellerId: 'bench' }, { headers })
}

export type Ready = { id: string; total: Money; as: CallOptions }

/** Returns a new guest's checkout with every step filled in. */
export async function fillIn(
  stage: Stage,
  app: App,
  lines: { sku: string; quantity: number }[],
  paymentMethod: string,
): Promise<Ready> {
  const orders = ordersOf(app)
  const id = randomUUID()
  const as = { headers: { authorization: `Bearer ${await stage.guest(randomUUID())}` }, timeoutMs: 8_000 }
  await orders.startCheckout({ checkoutId: id, currency: 'EUR', lines }, as)
  await orders.updateCheckout({ checkoutId: id, email: `${id}@example.test`, address: benchAddress }, as)
  const { checkout } = await orders.updateCheckout(
    { checkoutId: id, shippingMethodId: 'standard', paymentMethod, paymentLabel: 'Visa •••• 4242' },
    as,
  )
  if (!checkout?.totals?.total) throw new Error('a checkout has no total')
  return { id, total: checkout.totals.total, as }
}

export async function place(
  app: App,
  { id, total, as }: Ready,
  signal?: AbortSignal,
): Promise<{ state: CheckoutState; challengeUrl: string }> {
  const returnUrl = `${publicOrigin}/checkout/${id}/return`
  const { checkout } = await ordersOf(app).placeOrder(
    { checkoutId: id, expectedTotal: total, returnUrl },
    { ...as, signal },
  )
  return { state: checkout?.state ?? CheckoutState.UNSPECIFIED, challengeUrl: checkout?.challengeUrl ?? '' }
}

export const ordersOf = (app: App): Client<typeof OrdersService> =>
  createClient(OrdersService, transportTo(app))

const transports = new Map<string, ReturnType<typeof createConnectTransport>>()

function transportTo({ url }: App) {
  const known = transports.get(url) ?? createConnectTransport({ baseUrl: url, httpVersion: '1.1' })
  transports.set(url, known)
  return known
}

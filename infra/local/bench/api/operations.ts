import { randomUUID } from 'node:crypto'

import { Shopper } from './bff.ts'
import { benchAddress } from '../bench-address.ts'

type Given = { url: string; slug: string; sku: string; card: string }

/** Shopper operations as calls to the BFFs through the edge. Each writing operation runs as a new shopper. */
export function operations({ url, slug, sku, card }: Given): Record<string, () => Promise<unknown>> {
  const anyone = new Shopper(url)
  const list = (input: object) => anyone.query('catalog/listProducts', { filters: {}, ...input })
  return {
    list: () => list({ category: 'kitchen', sort: 'price-asc' }),
    detail: () => anyone.query('catalog/getProduct', { slug }),
    search: () => list({ query: 'wool', filters: { colour: ['navy', 'ink'] } }),
    cartAdd: () => cartOf(url, sku),
    // From an empty cart to a paid order: six calls, including the start of a guest session.
    checkout: async () => placeOrder(await filledIn({ url, slug, sku, card })),
  }
}

async function cartOf(url: string, sku: string): Promise<Shopper> {
  const shopper = new Shopper(url)
  const added = { sku, quantity: 1, priceMinor: 100, currency: 'EUR', idempotencyKey: randomUUID() }
  await shopper.mutate('cart/addItem', added)
  return shopper
}

type CheckoutView = {
  id: string
  totals: { totalMinor: number }
  shippingMethods: { id: string }[]
  state: string
}

type FilledIn = { shopper: Shopper; checkoutId: string; totalMinor: number }

/** Returns a checkout with every step filled in, ready to be placed. */
export async function filledIn({ url, sku, card }: Given): Promise<FilledIn> {
  const shopper = await cartOf(url, sku)
  const step = async (procedure: string, input: object) => {
    const { checkout } = await shopper.mutate<{ checkout?: CheckoutView }>(`checkout/${procedure}`, input)
    if (!checkout) throw new Error(`checkout/${procedure} led to another page`)
    return checkout
  }
  const { id: checkoutId } = await step('startCheckout', {})
  const address = { checkoutId, email: 'ada@example.test', ...benchAddress }
  const { shippingMethods } = await step('saveAddress', address)
  await step('saveShipping', { checkoutId, shippingMethodId: shippingMethods[0]?.id })
  const payment = { checkoutId, paymentMethod: card, paymentLabel: 'Visa •••• 4242' }
  const { totals } = await step('savePayment', payment)
  return { shopper, checkoutId, totalMinor: totals.totalMinor }
}

/** Places the order. @throws Error when the checkout failed */
export async function placeOrder(filled: FilledIn | undefined): Promise<void> {
  if (!filled) throw new Error('no checkout is left to place')
  const { shopper, checkoutId, totalMinor } = filled
  const input = { checkoutId, totalMinor, currency: 'EUR' }
  const { checkout } = await shopper.mutate<{ checkout?: CheckoutView }>('checkout/placeOrder', input)
  const state = checkout?.state
  if (state !== 'done' && state !== 'placing') throw new Error(`a checkout ended as ${state}`)
}

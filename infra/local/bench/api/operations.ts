import { randomUUID } from 'node:crypto'

import { Shopper } from './bff.ts'

type Given = { url: string; slug: string; sku: string; card: string }

/** What shoppers do, as calls to the BFFs through the edge. Those that write come as shoppers of their own. */
export function operations({ url, slug, sku, card }: Given): Record<string, () => Promise<unknown>> {
  const anyone = new Shopper(url)
  const list = (input: object) => anyone.query('catalog/listProducts', { filters: {}, ...input })
  const inCart = async () => {
    const shopper = new Shopper(url)
    const added = { sku, quantity: 1, priceMinor: 100, currency: 'EUR', idempotencyKey: randomUUID() }
    await shopper.mutate('cart/addItem', added)
    return shopper
  }
  return {
    list: () => list({ category: 'kitchen', sort: 'price-asc' }),
    detail: () => anyone.query('catalog/getProduct', { slug }),
    search: () => list({ query: 'wool', filters: { colour: ['navy', 'ink'] } }),
    cartAdd: inCart,
    // From an empty cart to a paid order: six calls, a guest's session among them.
    checkout: async () => checkout(await inCart(), card),
  }
}

type CheckoutView = { totals: { totalMinor: number }; shippingMethods: { id: string }[]; state: string }

async function checkout(shopper: Shopper, card: string): Promise<void> {
  const { checkoutId = '' } = await shopper.mutate<{ checkoutId?: string }>('checkout/startCheckout')
  await shopper.mutate('checkout/saveAddress', { checkoutId, email: 'ada@example.test', ...address })
  const read = () => shopper.query<CheckoutView>('checkout/getCheckout', { checkoutId })
  const { shippingMethods } = await read()
  await shopper.mutate('checkout/saveShipping', { checkoutId, shippingMethodId: shippingMethods[0]?.id })
  const payment = { checkoutId, paymentMethod: card, paymentLabel: 'Visa ending 4242' }
  await shopper.mutate('checkout/savePayment', payment)
  const { totalMinor } = (await read()).totals
  await shopper.mutate('checkout/placeOrder', { checkoutId, totalMinor, currency: 'EUR' })
  const { state } = await read()
  if (state !== 'done' && state !== 'placing') throw new Error(`a checkout ended as ${state}`)
}

const address = {
  name: 'Ada Bench',
  line1: 'Lange Gasse 1',
  city: 'Augsburg',
  postcode: '86152',
  country: 'DE',
}

import { randomUUID } from 'node:crypto'

import { expect, type APIRequestContext } from '@playwright/test'
import { z } from 'zod'

import { cards } from './checkout.ts'

const products = z.object({
  products: z.tuple(
    [
      z.object({
        skus: z.tuple([z.string()], z.string()),
        price: z.object({ minor: z.number(), currency: z.string() }),
      }),
    ],
    z.unknown(),
  ),
})
const cardForm = z.object({ action: z.string(), fields: z.record(z.string(), z.string()) })
const checkout = z.object({
  id: z.string(),
  state: z.string(),
  currency: z.string(),
  totals: z.object({ totalMinor: z.number() }),
  shippingMethods: z.array(z.object({ id: z.string() })),
  orderNumber: z.string(),
})
const answer = z.object({ checkout })
const address = {
  line1: 'Gartenstraße 4',
  postcode: '10115',
  city: 'Berlin',
  country: 'DE',
}

/** Calls a mutation as a page of the origin does; returns its result. */
export async function mutate(
  visitor: APIRequestContext,
  origin: string,
  procedure: string,
  data: object = {},
): Promise<unknown> {
  const response = await visitor.post(`${origin}/api/${procedure}`, { headers: { origin }, data })
  expect(response.status(), `${procedure}: ${await response.text()}`).toBe(200)
  return (await response.json()).result.data
}

/** Adds a product of the shop to the cart. Starts a guest session when the visitor has none. */
export async function addFrom(visitor: APIRequestContext, origin: string, shop: string): Promise<void> {
  const response = await visitor.get(`${origin}/rest/catalog/v1/products?seller=${shop}`)
  const [{ skus, price }] = products.parse(await response.json()).products
  const item = { sku: skus[0], priceMinor: price.minor, currency: price.currency, quantity: 1 }
  await mutate(visitor, origin, 'cart/addItem', { ...item, idempotencyKey: randomUUID() })
}

/**
 * Buys a product of the shop for delivery to `name`; returns the checkout's id and the order's number. Calls `before` with the
 * path of each step before it is taken.
 */
export async function buyFrom(
  visitor: APIRequestContext,
  origin: string,
  shop: string,
  name = 'Ada Byron',
  before: (step: string) => Promise<void> = async () => {},
): Promise<{ checkout: string; order: string }> {
  await addFrom(visitor, origin, shop)
  const { id: checkoutId } = answer.parse(await mutate(visitor, origin, 'checkout/startCheckout')).checkout
  const update = (procedure: string, fields: object) =>
    mutate(visitor, origin, `checkout/${procedure}`, { checkoutId, ...fields })
  const read = async (procedure: string): Promise<unknown> => {
    const input = encodeURIComponent(JSON.stringify({ checkoutId }))
    const response = await visitor.get(`${origin}/api/checkout/${procedure}?input=${input}`)
    return (await response.json()).result.data
  }
  const current = async () => checkout.parse(await read('getCheckout'))

  await before(`/checkout/${checkoutId}/address`)
  const addressed = answer.parse(await update('saveAddress', { email: 'ada@example.test', name, ...address }))
  const [standard] = addressed.checkout.shippingMethods
  await before(`/checkout/${checkoutId}/shipping`)
  await update('saveShipping', { shippingMethodId: standard?.id })
  await before(`/checkout/${checkoutId}/payment`)
  const { action, fields } = cardForm.parse(await read('cardForm'))
  const card = { number: cards.approved, expiry: '12/39', cvc: '123', name: 'Ada Byron' }
  // The provider redirects to the payment page, whose loader saves the card's token.
  await visitor.post(action, { form: { ...fields, ...card } })
  await before(`/checkout/${checkoutId}/review`)
  const { currency, totals } = await current()
  await update('placeOrder', { currency, totalMinor: totals.totalMinor })
  await expect.poll(async () => (await current()).state).toBe('done')
  return { checkout: checkoutId, order: (await current()).orderNumber }
}

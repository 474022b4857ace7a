import { randomUUID } from 'node:crypto'

import { Shopper } from '../api/bff.ts'

/** Signs up shoppers and puts one of each SKU into their carts. Returns their cookies. */
export async function signedInWithCarts(mallUrl: string, count: number, skus: string[]): Promise<string[]> {
  const cookies: string[] = []
  for (let n = 0; n < count; n++) cookies.push(await signedInWithCart(mallUrl, skus))
  return cookies
}

async function signedInWithCart(mallUrl: string, skus: string[]): Promise<string> {
  const shopper = new Shopper(mallUrl)
  const email = `ada-${randomUUID()}@example.test`
  await shopper.mutate('profile/signUp', { name: 'Ada Bench', email, password: 'mallhive-bench' })
  for (const sku of skus) {
    const price = { priceMinor: 100, currency: 'EUR' }
    await shopper.mutate('cart/addItem', { sku, quantity: 1, ...price, idempotencyKey: randomUUID() })
  }
  return shopper.cookie
}

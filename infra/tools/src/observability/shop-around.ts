import { randomUUID } from 'node:crypto'

import { goodCard } from '@mallhive/infra-local/bench/buyers'
import { operations } from '@mallhive/infra-local/bench/operations'
import { samplePages } from '@mallhive/infra-local/bench/sample-pages'
import { Shopper } from '@mallhive/infra-local/bench/shopper'
import type { Mall } from '@mallhive/infra-local/mall/open-mall'

/** Asks every part of a mall for something: pages of each micro frontend, calls of each BFF, an order, a refusal, an RPC of each service. */
export async function shopAround({ url, at }: Pick<Mall, 'url' | 'at'>): Promise<void> {
  const product = await anyProduct(url)
  const card = await goodCard(at.sandboxProvider, at.publicOrigin)
  for (const run of Object.values(operations({ url, card, ...product }))) await run()
  const shopper = new Shopper(url)
  await shopper.query('catalog/listProducts', { filters: {}, query: 'zzxqv' })
  await shopper.mutate('profile/signIn', { email: 'seller@mallhive.test', password: 'mallhive-demo' })
  const unknown = {
    sku: 'not-for-sale',
    quantity: 1,
    priceMinor: 100,
    currency: 'EUR',
    idempotencyKey: randomUUID(),
  }
  await shopper.mutate('cart/addItem', unknown).catch(() => {})
  const pages = [
    ...Object.values(await samplePages(url)),
    '/checkout',
    '/orders',
    '/seller/orders',
    '/nowhere',
  ]
  for (const path of pages) await read(`${url}${path}`, { headers: { cookie: shopper.cookie } })
  await read(`${url}/_mall/desk/overview.json`)
  const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  await read(
    `${at.services.notifications}/mallhive.notifications.v1.NotificationsService/ListDeliveries`,
    body,
  )
}

async function read(address: string, init?: RequestInit): Promise<void> {
  await (await fetch(address, init)).arrayBuffer()
}

async function anyProduct(url: string): Promise<{ slug: string; sku: string }> {
  const answer = await fetch(`${url}/rest/catalog/v1/products?limit=1`)
  const { products } = (await answer.json()) as { products: { slug: string; skus: string[] }[] }
  const [{ slug, skus: [sku] } = { slug: '', skus: [] }] = products
  if (!sku) throw new Error('the catalogue is empty')
  return { slug, sku }
}

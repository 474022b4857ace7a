import { createServiceSigner } from '@mallhive/service-kit/tokens'

import { operations } from './api/operations.ts'
import { goodCard } from './buyers.ts'
import { cpuMsOf } from './cpu.ts'
import { type Load, load } from './load.ts'
import { withMall } from './with-mall.ts'

// What an operation costs through the edge and a BFF, at 1, 8 and 32 clients. CPU is of everything that works for it
// (edge, BFF host, services, Postgres, Redis), at 8 clients; the bench itself is not counted.
const parts = ['edge', 'services', 'postgres', 'redis']
const measuredMs = 4000

type Measured = { cpuMs: number } & Record<'c1' | 'c8' | 'c32', Omit<Load, 'requests'>>

const result = await withMall(async ({ url, at, pids, engines }) => {
  const card = await goodCard(at.sandboxProvider, at.publicOrigin)
  const product = await anyProduct(url)
  await restock(at.services.cart, engines.secrets.serviceKey, product.sku)
  const measured: Record<string, Measured> = {}
  for (const [name, run] of Object.entries(operations({ url, card, ...product }))) {
    const once = async () => void (await run())
    await load(2, 1500, once)
    const c1 = await measure(1, once)
    const before = cpuMsOf(pids(...parts))
    const { requests, ...c8 } = await load(8, measuredMs, once)
    const cpuMs = Math.round(((cpuMsOf(pids(...parts)) - before) / requests) * 100) / 100
    measured[name] = { cpuMs, c1, c8, c32: await measure(32, once) }
    console.error(`${name}: ${JSON.stringify(measured[name])}`)
  }
  return measured
})
console.log(JSON.stringify(result))

async function measure(clients: number, once: () => Promise<void>): Promise<Omit<Load, 'requests'>> {
  const { rps, p50Ms, p99Ms } = await load(clients, measuredMs, once)
  return { rps, p50Ms, p99Ms }
}

async function anyProduct(url: string): Promise<{ slug: string; sku: string }> {
  const response = await fetch(`${url}/rest/catalog/v1/products?limit=1`)
  const { products } = (await response.json()) as { products: { slug: string; skus: string[] }[] }
  const [product] = products
  if (!product?.skus[0]) throw new Error('the catalogue is empty')
  return { slug: product.slug, sku: product.skus[0] }
}

/** More of it than the bench can sell. */
async function restock(cartUrl: string, serviceKey: string, sku: string): Promise<void> {
  const token = await createServiceSigner('bench', { SERVICE_KEY: serviceKey })()
  const { ok, status } = await fetch(`${cartUrl}/mallhive.inventory.v1.InventoryService/SetStock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ sku, onHand: 1_000_000, sellerId: 'bench' }),
  })
  if (!ok) throw new Error(`restocking ${sku} answers ${status}`)
}

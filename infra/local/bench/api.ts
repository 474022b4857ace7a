import { setTimeout as delay } from 'node:timers/promises'

import { createClient } from '@connectrpc/connect'
import { createConnectTransport } from '@connectrpc/connect-node'
import { IdentityService } from '@mallhive/contracts/identity'
import { InventoryService } from '@mallhive/contracts/inventory'
import { createPartSigner } from '@mallhive/service-kit/part-tokens'
import { createServiceClient } from '@mallhive/service-kit/rpc-client'

import { filledIn, operations, placeOrder } from './api/operations.ts'
import { goodCard } from './buyers.ts'
import { cpuMsOf } from './cpu.ts'
import { type Load, load } from './load.ts'
import { asStaff } from './staff.ts'
import type { Mall } from '../src/mall/open-mall.ts'
import { withBenchEnvironment } from './bench-environment.ts'

// Measures throughput and latency of each operation through the edge and a BFF at 1, 8 and 32 clients, and its CPU time per
// part at 8 clients, including deferred work (events, mail). `services` is the process of the services and the BFF host. The
// edge counts although it stands in for CloudFront. The card network, SNS, SQS, the mail server and the bench do not count;
// the calls to them do.
const parts = ['edge', 'services', 'postgres', 'redis']
/** Operation names from the command line (`npm run bench -- api detail placeOrder`); without any, all are measured. */
const asked = process.argv.slice(2)
const isAsked = (name: string) => asked.length === 0 || asked.includes(name)
const measuredMs = 4000
const afterwardsMs = 1500

type Answers = Omit<Load, 'requests'>
type Measured = { cpuMs: number; cpuMsBy: Record<string, number>; c1: Answers; c8: Answers; c32: Answers }
/** Prepares one load: returns the operation and, where its supply is limited, the number of calls it lasts for. */
type Supply = () => Promise<{ run: () => Promise<unknown>; most?: number }>

const result = await withBenchEnvironment(async ({ url, at, pids, engines }) => {
  const card = await goodCard(at.sandboxProvider, at.publicOrigin)
  const product = await anyProduct(url)
  await restock({ at, engines }, product.sku)
  const given = { url, card, ...product }

  async function under(clients: number, supply: Supply, durationMs = measuredMs) {
    const { run, most } = await supply()
    const before = parts.map((part) => cpuMsOf(pids(part)))
    const { requests, ...answers } = await load(clients, durationMs, async () => void (await run()), most)
    await delay(afterwardsMs)
    const used = parts.map((part, n) => cpuMsOf(pids(part)) - (before[n] ?? 0))
    return { answers, cpuMs: used.map((ms) => Math.round((ms / requests) * 100) / 100) }
  }
  async function measure(name: string, supply: Supply): Promise<[string, Measured]> {
    await under(2, supply, 1500)
    const { answers: c1 } = await under(1, supply)
    const { answers: c8, cpuMs } = await under(8, supply)
    const { answers: c32 } = await under(32, supply)
    const sum = cpuMs.reduce((total, ms) => total + ms, 0)
    const cpuMsBy = Object.fromEntries(parts.map((part, n) => [part, cpuMs[n] ?? 0]))
    const measured = { cpuMs: Math.round(sum * 100) / 100, cpuMsBy, c1, c8, c32 }
    console.error(`${name}: ${JSON.stringify(measured)}`)
    return [name, measured]
  }

  const supplies = new Map<string, Supply>(
    Object.entries(operations(given)).map(([name, run]) => [name, async () => ({ run })]),
  )
  supplies.set('placeOrder', async () => {
    const ready = await Promise.all(Array.from({ length: 100 }, () => filledIn(given)))
    return { run: () => placeOrder(ready.pop()), most: ready.length }
  })
  const all: [string, Measured][] = []
  for (const [name, supply] of supplies) if (isAsked(name)) all.push(await measure(name, supply))
  return Object.fromEntries(all)
})
console.log(JSON.stringify(result))

async function anyProduct(url: string): Promise<{ slug: string; sku: string }> {
  const response = await fetch(`${url}/rest/catalog/v1/products?limit=1`)
  const { products } = (await response.json()) as { products: { slug: string; skus: string[] }[] }
  const [product] = products
  if (!product?.skus[0]) throw new Error('the catalogue is empty')
  return { slug: product.slug, sku: product.skus[0] }
}

/** Sets a stock that the bench cannot exhaust. */
async function restock({ at, engines }: Pick<Mall, 'at' | 'engines'>, sku: string): Promise<void> {
  const transport = (url: string) => createConnectTransport({ baseUrl: url, httpVersion: '1.1' })
  const sign = createPartSigner('bff', { PART_KEY: engines.partKeys.files.bff })
  const identity = createServiceClient(IdentityService, () => transport(at.services.identity), sign)
  const inventory = createClient(InventoryService, transport(at.services.cart))
  await inventory.setStock({ sku, onHand: 1_000_000, sellerId: 'bench' }, await asStaff(identity))
}

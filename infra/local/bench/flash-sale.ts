import { createClient } from '@connectrpc/connect'
import { createConnectTransport } from '@connectrpc/connect-node'
import { IdentityService } from '@mallhive/contracts/identity'
import { InventoryService } from '@mallhive/contracts/inventory'
import { createPartSigner } from '@mallhive/service-kit/part-tokens'
import { createServiceClient } from '@mallhive/service-kit/rpc-client'
import { Client } from 'pg'

import type { Mall } from '../src/mall/open-mall.ts'
import { filledIn, placeOrder } from './api/operations.ts'
import { withBenchEnvironment } from './bench-environment.ts'
import { goodCard } from './buyers.ts'
import { until } from './checkout/books.ts'
import { arrivals } from './flash-sale/arrivals.ts'
import { record } from './flash-sale/series.ts'
import { asStaff } from './staff.ts'

// Twenty times the usual load on one product of limited stock, at the edge of a mall with a process for each service. Shoppers arrive at
// their rate and wait for no answer; each puts one unit into a cart and tries to buy it. Expected: as many orders as units, every page
// answered. `parts` is what the autoscalers would see every five seconds (busy processors, age of the oldest event) and the processes
// that their rules would ask for; here each part has one.
//   SECONDS=120 of the sale; STOCK=200 units; USUAL=0.25 buyers a second on a usual day, with eight pages each.
const seconds = Number(process.env['SECONDS'] ?? 120)
const stock = Number(process.env['STOCK'] ?? 200)
const usual = Number(process.env['USUAL'] ?? 0.25)
const times = 20
const pagesPerBuyer = 8

const result = await withBenchEnvironment(
  async (mall) => {
    const { url, at, engines } = mall
    const card = await goodCard(at.sandboxProvider, at.publicOrigin)
    const { slug, sku } = await anyProduct(url)
    await setStock(mall, sku)
    const given = { url, slug, sku, card }
    const refusals = new Map<string, number>()
    let failed = 0
    const buy = async () => {
      await filledIn(given)
        .then(placeOrder)
        .catch(({ message }: Error) => void refusals.set(message, (refusals.get(message) ?? 0) + 1))
    }
    const look = async () => {
      const status = await fetch(`${url}/p/${slug}`).then(
        async (answer) => (await answer.text(), answer.status),
        () => 599,
      )
      if (status !== 200) failed++
    }
    const over = new AbortController()
    const recording = record(mall, over.signal)
    const [bought, looked] = await Promise.all([
      arrivals(usual * times, seconds, buy),
      arrivals(usual * times * pagesPerBuyer, seconds, look),
    ])
    const books = new Client({
      connectionString: Object.assign(new URL(engines.postgres.url), { pathname: 'mallhive' }).href,
    })
    await books.connect()
    const read = async (query: string) => (await books.query<{ n: number }>(query)).rows[0]?.n ?? 0
    const placing =
      "select count(*)::int n from orders.checkouts where state not in ('open', 'done', 'failed')"
    await until('at rest', async () => (await read(placing)) === 0, 120_000)
    const orders = await read("select count(*)::int n from orders.orders where payment = 'captured'")
    await books.end()
    over.abort()
    const parts = await recording
    const p99 = (took: number[]) => Math.round(took[Math.floor((took.length - 1) * 0.99)] ?? Number.NaN)
    return {
      orders,
      stock,
      oversold: Math.max(0, orders - stock),
      buyers: bought.length,
      refusals: Object.fromEntries(refusals),
      pages: looked.length,
      failed,
      p99Ms: { page: p99(looked), purchase: p99(bought) },
      queueAgeMaxS: Math.max(...Object.values(parts).flatMap(({ queueAgeS }) => queueAgeS)),
      parts,
    }
  },
  { processes: true },
)
console.log(JSON.stringify(result))

async function anyProduct(url: string): Promise<{ slug: string; sku: string }> {
  const response = await fetch(`${url}/rest/catalog/v1/products?limit=1`)
  const { products } = (await response.json()) as { products: { slug: string; skus: string[] }[] }
  const [{ slug, skus: [sku] } = { slug: '', skus: [] }] = products
  if (!sku) throw new Error('the catalogue is empty')
  return { slug, sku }
}

async function setStock({ at, engines }: Mall, sku: string): Promise<void> {
  const transport = (url: string) => createConnectTransport({ baseUrl: url, httpVersion: '1.1' })
  const sign = createPartSigner('bff', { PART_KEY: engines.partKeys.files.bff })
  const identity = createServiceClient(IdentityService, () => transport(at.services.identity), sign)
  const inventory = createClient(InventoryService, transport(at.services.cart))
  await inventory.setStock({ sku, onHand: stock, sellerId: 'bench' }, await asStaff(identity))
}

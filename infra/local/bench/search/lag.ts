import { create } from '@bufbuild/protobuf'
import { Code, ConnectError, createClient } from '@connectrpc/connect'
import { createConnectTransport } from '@connectrpc/connect-node'
import { CatalogService, type Product, VariantWriteSchema } from '@mallhive/contracts/catalog'
import { IdentityService } from '@mallhive/contracts/identity'
import { InventoryService } from '@mallhive/contracts/inventory'
import { SearchService } from '@mallhive/contracts/search'
import { createPartSigner } from '@mallhive/service-kit/part-tokens'
import { createServiceClient } from '@mallhive/service-kit/rpc-client'

import type { SearchEngine } from '../../src/mall/search-engine.ts'
import { type BenchEnvironment, withBenchEnvironment } from '../bench-environment.ts'
import { asStaff } from '../staff.ts'
import { timesShown, untilShown } from './times-shown.ts'

const changes = 60
const longestFillMs = 120_000
const mostTries = 20

/**
 * Returns the time from the answer to a saved price, and to a set stock, until the search shows it, 95th percentile. In a temporary
 * mall with its own services and bus; between two changes it rests.
 */
export function lagInMall(engine: SearchEngine) {
  const measure = async (mall: BenchEnvironment) => {
    const { catalog, inventory, search, staff } = await clientsOf(mall)
    // An engine of its own is filled once the mall is open.
    const isFilled = () => search.search({}).then(Boolean, () => false)
    await untilShown({ what: 'the catalogue', isShown: isFilled }, longestFillMs)
    const { hits } = await answered(() => search.search({ pageSize: changes }))
    const products = hits.map(({ product }) => product!)
    const shown = async (sku: string, more = {}) =>
      (await answered(() => search.search({ query: sku, ...more }))).hits.find(({ product }) =>
        product?.skus.includes(sku),
      )

    const ofPrices = await timesShown(products, async ({ id, skus: [sku = ''], price }) => {
      const minor = (price?.price?.minor ?? 0n) + 1n
      const { product } = await catalog.getShopProduct({ id }, staff)
      await catalog.saveProduct({ write: priced(product!, minor) }, staff)
      return {
        what: `the price ${minor} of ${sku}`,
        isShown: async () => (await shown(sku))?.product?.price?.price?.minor === minor,
      }
    })
    const inStock = { filters: [{ name: 'stock', values: ['in-stock'] }] }
    const ofStock = await timesShown(products, async ({ skus }) => {
      const [sku = ''] = skus
      const isIn = (await shown(sku, inStock)) !== undefined
      for (const one of skus) await inventory.setStock({ sku: one, onHand: isIn ? 0 : 7 }, staff)
      return {
        what: `${sku} ${isIn ? 'as sold out' : 'in stock'}`,
        isShown: async () => ((await shown(sku, inStock)) !== undefined) !== isIn,
      }
    })
    return { lagP95Ms: p95(ofPrices), stockLagP95Ms: p95(ofStock) }
  }
  return withBenchEnvironment(measure, { search: engine })
}

/** Asks again while the engine is too busy to answer in time: what a shopper cannot see is not shown. */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (tries === mostTries || ConnectError.from(error).code !== Code.Unavailable) throw error
    }
  }
}

function priced(product: Product, minor: bigint) {
  const { $typeName: _, category, seller, ...fields } = product
  const variants = fields.variants.map((each) => {
    const { $typeName: __, ...variant } = each
    const prices = variant.prices.map((price) =>
      price.price?.currency === 'EUR' ? { price: { ...price.price, minor } } : price,
    )
    return create(VariantWriteSchema, { ...variant, prices })
  })
  return { ...fields, categoryId: category!.id, shopId: seller!.id, variants }
}

async function clientsOf({ at, engines }: BenchEnvironment) {
  const transport = (url: string) => createConnectTransport({ baseUrl: url, httpVersion: '1.1' })
  const sign = createPartSigner('bff', { PART_KEY: engines.partKeys.files.bff })
  const identity = createServiceClient(IdentityService, () => transport(at.services.identity), sign)
  return {
    catalog: createClient(CatalogService, transport(at.services.catalog)),
    inventory: createClient(InventoryService, transport(at.services.cart)),
    search: createClient(SearchService, transport(at.services.search)),
    staff: await asStaff(identity),
  }
}

const p95 = (times: number[]): number =>
  Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]! * 10) / 10

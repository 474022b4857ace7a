import type { ConnectRouter } from '@connectrpc/connect'
import { CatalogService, ProductStatus } from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
import { accepts } from '@mallhive/service-kit/callers'
import type { Start } from '@mallhive/service-kit/service'

export const skus = Array.from({ length: 20 }, (_, n) => `BENCH-${n + 1}`)

/** Replaces the catalogue, which is stateless in a checkout, by twenty products of four shops. */
export const shelf: Start = async (host) => {
  host.routes(serve, [accepts(CatalogService, ['anyone'])])
}

function serve(router: ConnectRouter): void {
  router.service(CatalogService, {
    getProducts: ({ skus: wanted }) => ({
      products: wanted.filter((sku) => skus.includes(sku)).map(productOf),
    }),
  })
}

const productOf = (sku: string) => {
  const n = skus.indexOf(sku)
  return {
    id: `product-${n}`,
    slug: sku.toLowerCase(),
    title: `Thing ${n + 1}`,
    status: ProductStatus.ACTIVE,
    seller: { id: `seller-${n % 4}`, name: `Shop ${n % 4}` },
    variants: [{ sku, prices: [{ price: toMoney(500 + n * 137, 'EUR') }] }],
  }
}

/** Returns one to three random lines with a quantity of one to three each. */
export const anyLines = (): { sku: string; quantity: number }[] =>
  Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => ({
    sku: skus[Math.floor(Math.random() * skus.length)] ?? '',
    quantity: 1 + Math.floor(Math.random() * 3),
  }))

import type { Offers } from '@mallhive/service-catalog/seed-offers'
import type { Sale } from '@mallhive/service-orders/seed'

type Wanted = { sku: string; quantity: number }

type Seeds = {
  offers: Pick<Offers, 'skus'>
  orders: { placePaid: (baskets: Wanted[][], placedAt: Date) => Promise<Sale[]> }
  payments: { capture: (sales: Sale[]) => Promise<void> }
  stock: { sell: (sales: Sale[]) => Promise<void> }
}

const ordersPerProduct = 1 / 10
const perBatch = 100
const overDays = 90
const dayMs = 86_400_000

/** Lines of successive orders. */
const sizes = [1, 2, 1, 3, 1, 2]

/** Seeds a paid order for every ten products, over the last 90 days, in batches. A product is sold once. */
export async function seedOrders(
  { offers, orders, payments, stock }: Seeds,
  scale: number,
  tell: (howFar: string) => void,
): Promise<void> {
  const wanted = Math.floor(scale * ordersPerProduct)
  const began = Date.now() - overDays * dayMs
  let last: string | undefined
  for (let placed = 0; placed < wanted; placed += perBatch) {
    const batch = sizesOf(Math.min(perBatch, wanted - placed))
    // oxlint-disable-next-line no-await-in-loop -- in order of time
    const skus = await offers.skus(
      batch.reduce((sum, size) => sum + size, 0),
      last,
    )
    last = skus.at(-1)
    const baskets = batch.map((size) =>
      skus.splice(0, size).map((sku, index) => ({ sku, quantity: 1 + (index % 2) })),
    )
    const placedAt = new Date(began + (placed / wanted) * overDays * dayMs)
    // oxlint-disable-next-line no-await-in-loop -- in order of time
    const sales = await orders.placePaid(
      baskets.filter((basket) => basket.length > 0),
      placedAt,
    )
    // oxlint-disable-next-line no-await-in-loop -- bounds the memory
    await Promise.all([payments.capture(sales), stock.sell(sales)])
    tell(`${placed + batch.length} of ${wanted} orders`)
  }
}

const sizesOf = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => sizes[index % sizes.length] ?? 1)

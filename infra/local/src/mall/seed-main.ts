import { text } from 'node:stream/consumers'

import { openSeed as openStock } from '@mallhive/service-cart/seed'
import { seed as seedCatalog, seedPictures, startRendering } from '@mallhive/service-catalog/seed'
import { openOffers } from '@mallhive/service-catalog/seed-offers'
import { seed as seedIdentity } from '@mallhive/service-identity/seed'
import { openSeed as openOrders } from '@mallhive/service-orders/seed'
import { openSeed as openPayments } from '@mallhive/service-payments/seed'

import { seedOrders } from './seed-orders.ts'
import { seedSearch } from './seed-search.ts'

// Fills empty databases and buckets with the catalogue, its stock, its search index and the demo accounts; at a scale also with paid orders.
// Rendering needs no engine; the environments arrive once they are open.
const rendering = startRendering()
const environments: Record<string, Record<string, string>> = JSON.parse(await text(process.stdin))
const envOf = (service: string) => environments[service] ?? {}
const scale = Number(process.argv[2] ?? 0)

await using stock = await openStock(envOf('cart'))
console.log('catalogue')
const { sellerIds } = await seedCatalog(envOf('catalog'), { scale, stock: stock.stock, tell: console.log })
if (scale > 0) {
  await using offers = openOffers(envOf('catalog'))
  await using orders = await openOrders(envOf('orders'), offers)
  await using payments = await openPayments(envOf('payments'))
  await seedOrders({ offers, orders, payments, stock }, scale, console.log)
}
console.log('search')
await seedSearch({ catalog: envOf('catalog'), cart: envOf('cart'), search: envOf('search') }, console.log)
await seedPictures(envOf('catalog'), rendering, console.log)
console.log('accounts')
await seedIdentity(envOf('identity'), { sellerIds })

import { text } from 'node:stream/consumers'

import { seed as seedStock } from '@mallhive/service-cart/seed'
import { seed as seedCatalog } from '@mallhive/service-catalog/seed'
import { seed as seedIdentity } from '@mallhive/service-identity/seed'

// Fills empty databases and buckets with the catalogue, its stock and the demo accounts.
const environments: Record<string, Record<string, string>> = JSON.parse(await text(process.stdin))
const envOf = (service: string) => environments[service] ?? {}

console.log('catalogue')
const scale = Number(process.argv[2] ?? 0)
const { stock, sellerIds } = await seedCatalog(envOf('catalog'), { scale, tell: console.log })
console.log('stock')
await seedStock(envOf('cart'), stock)
console.log('accounts')
await seedIdentity(envOf('identity'), { sellerIds })

import { seed as seedIdentity } from '@mallhive/service-identity/seed'

// Fills empty databases and buckets with the catalogue, its stock and the demo accounts.
const databaseUrls: Record<string, string> = JSON.parse(process.env['DATABASE_URLS'] ?? '{}')
const envOf = (service: string) => ({ ...process.env, DATABASE_URL: databaseUrls[service] })

console.log('accounts')
await seedIdentity(envOf('identity'), { sellerIds: [] })

import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDb } from './db.ts'
import { contract } from './migrate.ts'

// `node packages/service-kit/src/contract-main.ts services/orders` contracts the schema at DATABASE_URL.
const [folder] = process.argv.slice(2)
const url = process.env.DATABASE_URL
if (!folder || !url) throw new Error('usage: DATABASE_URL=… contract-main.ts <folder of the service>')
await using db = openDb(url, { schema: {}, poolSize: 1 })
await contract(db, pathToFileURL(resolve(folder, 'drizzle')), basename(resolve(folder)))

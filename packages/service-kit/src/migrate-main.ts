import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDb } from './db.ts'
import { migrate } from './migrate.ts'

// `node packages/service-kit/src/migrate-main.ts services/orders` expands the schema at DATABASE_URL.
const [folder] = process.argv.slice(2)
const url = process.env.DATABASE_URL
if (!folder || !url) throw new Error('usage: DATABASE_URL=… migrate-main.ts <folder of the service>')
await using db = openDb(url, { schema: {}, poolSize: 1 })
await migrate(db, pathToFileURL(resolve(folder, 'drizzle')), basename(resolve(folder)))

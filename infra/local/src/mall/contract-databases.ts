import { openDb } from '@mallhive/service-kit/db'
import { contract } from '@mallhive/service-kit/migrate'

import { type ServiceName, services } from './services.ts'

/** Contracts the schema of every service, once all of them have started: no process of an earlier checkout runs then. */
export async function contractDatabases(urls: Record<ServiceName, string>): Promise<void> {
  await Promise.all(
    services.map(async (name) => {
      await using db = openDb(urls[name], { schema: {}, poolSize: 1 })
      const migrations = new URL(`../../../../services/${name}/drizzle/`, import.meta.url)
      await contract(db, migrations, name)
    }),
  )
}

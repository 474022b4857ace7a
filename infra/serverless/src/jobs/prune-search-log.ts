import { openDb } from '@mallhive/service-kit/db'
import { prune } from '@mallhive/service-search/prune-log'
import { z } from 'zod'

const secret = z.object({ DATABASE_URL: z.url() })

/** Deletes logged searches past their retention, as the service does every hour: also while no process of it runs. */
export async function pruneSearchLog(read: () => Promise<unknown>): Promise<{ deleted: number }> {
  const { DATABASE_URL } = secret.parse(await read())
  await using db = openDb(DATABASE_URL, { schema: {}, poolSize: 1 })
  return { deleted: await prune({ db }) }
}

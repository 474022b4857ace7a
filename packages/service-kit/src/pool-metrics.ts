import { gauge } from '@mallhive/process-kit/telemetry'
import type { Pool } from 'pg'

const pools = new Map<Pool, string>()

gauge(
  'postgres_pool_connections',
  'Connections to PostgreSQL, by the role that they log in as',
  ['role', 'state'],
  (it) => {
    for (const [{ totalCount, idleCount, waitingCount }, role] of pools) {
      it.inc({ role, state: 'busy' }, totalCount - idleCount)
      it.inc({ role, state: 'idle' }, idleCount)
      // Queries for which the pool has no connection.
      it.inc({ role, state: 'awaited' }, waitingCount)
    }
  },
)
gauge('postgres_pool_max_connections', 'Most connections that the pools may open', ['role'], (it) => {
  for (const [{ options }, role] of pools) it.inc({ role }, options.max)
})

/** Measures a pool at every scrape. */
export function measurePool(pool: Pool, url: string): void {
  pools.set(pool, new URL(url).username)
}

export function forgetPool(pool: Pool): void {
  pools.delete(pool)
}

import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool, type PoolClient } from 'pg'
import { aroundQueries } from './around-queries.ts'
import { nameStatements } from './named-statements.ts'
import { forgetPool, measurePool } from './pool-metrics.ts'
import { traceQueries } from './trace-sql.ts'

type Schema = Record<string, unknown>

/** A service's connection pool behind drizzle; `await using` closes it. */
export type Db<S extends Schema = Schema> = NodePgDatabase<S> & { $client: Pool } & AsyncDisposable

/** A transaction of `Db<S>`; functions that must join their caller's transaction take one. */
export type Tx<S extends Schema = Schema> = Parameters<Parameters<NodePgDatabase<S>['transaction']>[0]>[0]

/** The operations that a Db and a Tx share, for any schema. */
export type Executor = Pick<NodePgDatabase, 'execute'>

/**
 * Opens a pool lazily: nothing connects before the first query. `poolSize` defaults to 10. PostgreSQL plans a statement
 * once per connection; with `plans: 'auto'` it may plan again for each set of values, which pays off when the best plan
 * depends on them, as in a search. A statement of a pool with `statementMs` ends after that time, also while the server
 * hangs, and a little earlier when all that it does is wait for a lock.
 */
export function openDb<S extends Schema>(
  url: string,
  options: { schema: S; poolSize?: number; plans?: 'once' | 'auto'; statementMs?: number },
): Db<S> {
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: Math.min(5_000, options.statementMs ?? Infinity),
    // Connections are kept for minutes: a new one authenticates and plans every statement again.
    idleTimeoutMillis: 5 * 60_000,
    idle_in_transaction_session_timeout: 60_000,
    ...(options.statementMs && {
      statement_timeout: options.statementMs,
      lock_timeout: options.statementMs - graceMs,
    }),
    // Data is in memory or on an SSD. The default of 4 is for spinning disks and makes the planner prefer sequential
    // scans.
    options: [
      'random_page_cost=1.1',
      // Starting workers and compiling cost more than they save in statements of some milliseconds; longer ones leave processors to them.
      'max_parallel_workers_per_gather=0',
      'jit=off',
      ...(options.plans === 'auto' ? [] : ['plan_cache_mode=force_generic_plan']),
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
  })
  // The pool replaces an idle connection that the server closes. On one that is in use, but runs no statement, the next statement
  // fails. An 'error' event without a listener would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('connect', nameStatements)
  pool.on('connect', traceQueries)
  if (options.statementMs) pool.on('connect', closeWhenSilent(options.statementMs + graceMs))
  measurePool(pool, url)
  let closing: Promise<void> | undefined
  return Object.assign(drizzle(pool, { schema: options.schema }), {
    [Symbol.asyncDispose]: () => {
      forgetPool(pool)
      return (closing ??= pool.end())
    },
  })
}

/** How much longer than its statement may take, a server may be silent, and how much shorter it may wait for a lock. */
const graceMs = 200

/** Closes a connection that is silent for so long after a query: its server hangs, else it would have ended the statement. */
const closeWhenSilent = (longestMs: number) => (client: PoolClient) =>
  aroundQueries(client, () => {
    const timer = setTimeout(() => void client.end(), longestMs)
    return () => clearTimeout(timer)
  })

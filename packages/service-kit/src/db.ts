import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import { nameStatements } from './named-statements.ts'
import { traceQueries } from './trace-sql.ts'

type Schema = Record<string, unknown>

/** A service's connection pool behind drizzle; `await using` closes it. */
export type Db<S extends Schema = Schema> = NodePgDatabase<S> & { $client: Pool } & AsyncDisposable

/** A transaction of `Db<S>`; functions that must join their caller's transaction take one. */
export type Tx<S extends Schema = Schema> = Parameters<Parameters<NodePgDatabase<S>['transaction']>[0]>[0]

/** What both a Db and a Tx can do, whatever their schema. */
export type Executor = Pick<NodePgDatabase, 'execute'>

/**
 * Opens a pool lazily: nothing connects before the first query. `poolSize` defaults to 10. A statement is planned once on
 * each connection; `plans: 'auto'` lets PostgreSQL plan it anew where the values in it change which way is best, as in a
 * search.
 */
export function openDb<S extends Schema>(
  url: string,
  options: { schema: S; poolSize?: number; plans?: 'once' | 'auto' },
): Db<S> {
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 5_000,
    // A new connection has everything to learn again: who asks, and how to run each statement.
    idleTimeoutMillis: 5 * 60_000,
    idle_in_transaction_session_timeout: 60_000,
    // What is asked for lies in memory or on an SSD; the default is for turning disks, and reads a small table whole.
    options: [
      'random_page_cost=1.1',
      ...(options.plans === 'auto' ? [] : ['plan_cache_mode=force_generic_plan']),
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
  })
  // An idle connection that the server closes is replaced by the pool; without a listener the process would die of it.
  pool.on('error', () => {})
  pool.on('connect', nameStatements)
  pool.on('connect', traceQueries)
  let closing: Promise<void> | undefined
  return Object.assign(drizzle(pool, { schema: options.schema }), {
    [Symbol.asyncDispose]: () => (closing ??= pool.end()),
  })
}

/**
 * Applies the migrations in `folder`, once, whoever else starts at the same moment (session advisory lock per service).
 * The bookkeeping lives in a schema of its own, apart from those that the migrations create. Processes of the release before
 * may go on serving meanwhile: a migration that waits half a second for one of their locks gives its own back and starts
 * again, so they neither wait long for it nor deadlock with it.
 */
export async function migrate(db: Pick<Db, '$client'>, folder: URL, service: string): Promise<void> {
  const client = await db.$client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`migrate ${service}`])
    await client.query(`set lock_timeout = '500ms'`)
    const config = {
      migrationsFolder: fileURLToPath(folder),
      migrationsSchema: `${service.replaceAll('-', '_')}_migrations`,
    }
    for (let left = 60; ; left--) {
      const waited = await runMigrations(drizzle(client), config).then(
        () => undefined,
        (error: unknown) => error,
      )
      if (waited === undefined) return
      if (left === 0 || !isLockTimeout(waited)) throw waited
      await delay(100 + Math.random() * 400)
    }
  } finally {
    // Ends the session and with it the lock, also when the connection is broken.
    client.release(true)
  }
}

/** Whether PostgreSQL says `lock_not_available`. */
const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === '55P03') || isLockTimeout(error.cause))

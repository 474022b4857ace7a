import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { DatabaseError, escapeIdentifier, type PoolClient } from 'pg'
import type { Db } from './db.ts'

const retries = 60

/**
 * Expands a service's schema: applies the pending migrations in `folder`, then calls the service's functions
 * `expand_…(batch integer)` until each returns 0, which converts rows from before. Processes of the previous release may
 * keep serving.
 * @throws the database's error when a migration fails, or when locks were not granted in 60 retries
 */
export async function migrate(db: Pick<Db, '$client'>, folder: URL, service: string): Promise<void> {
  await alone(db, service, async (client) => {
    await apply(client, fileURLToPath(folder), service)
    await convertRows(client, service)
  })
}

/**
 * Contracts a service's schema: applies the pending migrations in `contract/` of `folder`, which drop what only previous
 * releases used. To be called once none of them runs. Does nothing when there is no such folder.
 * @throws an Error that says what is missing, when the schema is not expanded or rows are not converted; nothing is dropped
 */
export async function contract(db: Pick<Db, '$client'>, folder: URL, service: string): Promise<void> {
  const contracting = join(fileURLToPath(folder), 'contract')
  if (!existsSync(contracting)) return
  await alone(db, service, (client) => apply(client, contracting, service, 'contract_migrations')).catch(
    (error: unknown) => {
      const refusal = databaseErrorOf(error)
      if (refusal?.code !== notReady) throw error
      throw new Error(`${service} cannot contract: ${refusal.message}`, { cause: error })
    },
  )
}

/**
 * Applies pending migrations, each in a transaction of its own, so that it holds the locks of its own tables only; drizzle's
 * migrator holds those of all pending ones together. Bookkeeping is drizzle's, in a schema apart from the
 * service's own.
 */
async function apply(
  client: PoolClient,
  migrationsFolder: string,
  service: string,
  name = '__drizzle_migrations',
) {
  const schema = `${schemaOf(service)}_migrations`
  const table = `${schema}.${name}`
  await ensureSchema(client, schema)
  await ensureSchema(client, schemaOf(service))
  await client.query(
    `create table if not exists ${table} (id serial primary key, hash text not null, created_at bigint)`,
  )
  const { rows } = await client.query<{ last: number }>(
    `select coalesce(max(created_at), 0)::float8 last from ${table}`,
  )
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder })) {
    if (folderMillis <= (rows[0]?.last ?? 0)) continue
    const done = `insert into ${table} (hash, created_at) values ('${hash}', ${folderMillis})`
    // PostgreSQL executes the statements of one simple query as one transaction.
    const statements = sql.filter((statement) => !createsSchema(statement, service))
    await client.query([...statements, done].join('\n;\n'))
  }
}

/**
 * Creates a schema unless the administrator has. `create schema if not exists` needs the right to create schemas even for one that
 * exists, and a service's role does not have it.
 */
async function ensureSchema(client: PoolClient, schema: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema])
  if (!rowCount) await client.query(`create schema ${escapeIdentifier(schema)}`)
}

/** Whether a statement, which drizzle generates, only creates the service's own schema. */
const createsSchema = (statement: string, service: string): boolean =>
  new RegExp(`^\\s*create schema (if not exists )?"?${schemaOf(service)}"?\\s*;?\\s*$`, 'i').test(statement)

/** Converts rows in batches, each a transaction, so that serving processes are not blocked. */
async function convertRows(client: PoolClient, service: string): Promise<void> {
  const { rows } = await client.query<{ convert: string }>(
    `select format('%I.%I', nspname, proname) convert from pg_proc join pg_namespace n on n.oid = pronamespace
      where nspname = $1 and proname like 'expand\\_%' and pg_get_function_arguments(pg_proc.oid) = 'batch integer'
      order by proname`,
    [schemaOf(service)],
  )
  for (const { convert } of rows) {
    for (let converted = 1; converted > 0;) {
      const result = await client.query<{ converted: number }>(`select ${convert}(200) converted`)
      converted = result.rows[0]?.converted ?? 0
    }
  }
}

/**
 * Runs `work` under the service's advisory lock, so that instances that start together do not apply a migration twice. A
 * statement that waits half a second for a lock of a serving process rolls back, and `work` starts again, so that it
 * neither blocks them for long nor deadlocks.
 */
async function alone(
  db: Pick<Db, '$client'>,
  service: string,
  work: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const client = await db.$client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`migrate ${service}`])
    await client.query(`set lock_timeout = '500ms'`)
    for (let left = retries; ; left--) {
      const failed = await work(client).then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
      if (!failed) return
      if (left === 0 || databaseErrorOf(failed.error)?.code !== lockNotAvailable) throw failed.error
      await delay(100 + Math.random() * 400)
    }
  } finally {
    // Destroys the connection, which releases the lock even when the connection is broken.
    client.release(true)
  }
}

const databaseErrorOf = (error: unknown): DatabaseError | undefined =>
  error instanceof DatabaseError ? error : error instanceof Error ? databaseErrorOf(error.cause) : undefined

const schemaOf = (service: string): string => service.replaceAll('-', '_')

/** SQLSTATE `lock_not_available`. */
const lockNotAvailable = '55P03'
/** SQLSTATE `object_not_in_prerequisite_state`, raised by contracting migrations. */
const notReady = '55000'

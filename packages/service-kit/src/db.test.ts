import { sql } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import * as schema from '../fixtures/schema.ts'
import { openDb } from './db.ts'

test('a statement is parsed and planned once for all its values', async () => {
  await using db = openDb(inject('engines').postgresUrl, { schema, poolSize: 1 })
  for (const n of [1, 2, 3]) await db.execute(sql`select ${n}::int + 1`)
  const { rows } = await db.execute(
    sql`select generic_plans, custom_plans from pg_prepared_statements where statement = 'select $1::int + 1'`,
  )
  expect(rows).toEqual([{ generic_plans: '3', custom_plans: '0' }])
})

test('a connection that is lost between two statements of a transaction fails the transaction only', async () => {
  const url = inject('engines').postgresUrl
  await using db = openDb(url, { schema, poolSize: 1 })
  await using other = openDb(url, { schema, poolSize: 1 })
  const client = await db.$client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() pid')
    // `once` of node:events would listen for the error itself.
    const lost = new Promise<void>((resolve) => client.on('end', resolve))
    await other.execute(sql`select pg_terminate_backend(${rows[0]?.pid}::int)`)
    await lost
    await expect(client.query('select 1')).rejects.toThrow('not queryable')
  } finally {
    client.release()
  }
  expect((await db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
})

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

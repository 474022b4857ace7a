import { createHash } from 'node:crypto'
import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Db, Executor } from '@mallhive/service-kit/db'

/**
 * Runs a query and returns its rows. On the pool it is a named prepared statement, parsed once per connection; in a transaction
 * it is unnamed. Query texts must be few, so pass values as parameters.
 */
export async function rows<Row extends Record<string, unknown>>(
  db: Executor & Partial<Pick<Db, '$client'>>,
  query: SQL,
): Promise<Row[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller names the row type of its query
  if (!db.$client) return (await db.execute<Row>(query)).rows as Row[]
  const { sql: text, params } = dialect.sqlToQuery(query)
  const result = await db.$client.query<Row>({ name: nameOf(text), text, values: params })
  return result.rows
}

const dialect = new PgDialect()
const names = new Map<string, string>()

function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) names.set(text, (name = createHash('sha1').update(text).digest('base64url')))
  return name
}

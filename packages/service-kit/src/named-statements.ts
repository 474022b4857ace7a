import { createHash } from 'node:crypto'
import type { PoolClient, QueryConfig } from 'pg'

/** More than any service has. The limit keeps statements with ever-changing texts from filling the server's memory. */
const most = 500
const names = new Map<string, string>()

/** Names every statement with parameters by its text, so that PostgreSQL parses and plans it once per connection. */
export function nameStatements(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const named = (statement: unknown, values: unknown, ...rest: unknown[]): unknown =>
    query(isNameless(statement) && isFilled(values) ? withName(statement) : statement, values, ...rest)
  client.query = named as typeof client.query
}

function withName(statement: QueryConfig): QueryConfig {
  let name = names.get(statement.text)
  if (!name && names.size < most) {
    name = createHash('sha1').update(statement.text).digest('base64url')
    names.set(statement.text, name)
  }
  return name ? { ...statement, name } : statement
}

const isFilled = (values: unknown): boolean => Array.isArray(values) && values.length > 0

const isNameless = (statement: unknown): statement is QueryConfig =>
  typeof statement === 'object' &&
  statement !== null &&
  'text' in statement &&
  !('submit' in statement) &&
  (!('name' in statement) || !statement.name)

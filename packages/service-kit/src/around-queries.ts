import type { PoolClient } from 'pg'

/** Runs `begin` before each query of a connection, and what it returns when the query has ended. */
export function aroundQueries(
  client: PoolClient,
  begin: (statement: unknown) => (error?: unknown) => void,
): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const wrapped = (...args: unknown[]): unknown => {
    const settle = begin(args[0])
    const callback = args.at(-1)
    if (typeof callback === 'function') {
      args[args.length - 1] = (error: unknown, ...rest: unknown[]) => {
        settle(error)
        callback(error, ...rest)
      }
      return query(...args)
    }
    const result = query(...args)
    if (result instanceof Promise) result.then(() => settle(), settle)
    else settle()
    return result
  }
  client.query = wrapped as typeof client.query
}

/** Returns whether an error is a Postgres violation of the named constraint. */
export function violates(error: unknown, constraint: string): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('constraint' in e && e.constraint === constraint) return true
  }
  return false
}

/** A usage error: exit code 2, with a pointer to the help. */
export class UsageError extends Error {
  override name = 'UsageError'
}

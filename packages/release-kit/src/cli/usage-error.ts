/** What was typed makes no sense: exit code 2, with the way to the help. */
export class UsageError extends Error {
  override name = 'UsageError'
}

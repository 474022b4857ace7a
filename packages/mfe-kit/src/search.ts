/** The query string of a page. A repeated parameter has its last value. */
export type Search = Readonly<Record<string, string | undefined>>

/** The shell's own query parameters. */
const ownParameters = new Set(['flash', 'mall-pin', 'mall-pass'])

/**
 * Returns the query without the shell's own parameters, identically for loaders on the server, for client navigations
 * and for `useShell()`.
 */
export function searchOf(parameters: Iterable<[string, string]>): Search {
  return Object.fromEntries([...parameters].filter(([name]) => !ownParameters.has(name)))
}

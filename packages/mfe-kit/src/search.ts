/** The query string of a page. Of a repeated parameter the last one counts. */
export type Search = Readonly<Record<string, string | undefined>>

/** What the shell adds to addresses for itself. */
const ownParameters = new Set(['_rsc', 'flash', 'mall-pin', 'mall-pass'])

/** The same for a loader on the server, a loader in the browser and `useShell()`: without the shell's own parameters. */
export function searchOf(parameters: Iterable<[string, string]>): Search {
  return Object.fromEntries([...parameters].filter(([name]) => !ownParameters.has(name)))
}

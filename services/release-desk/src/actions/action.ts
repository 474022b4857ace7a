import type { Deps } from '../deps.ts'

/** Does what the fields of a form say, in the name of `by`. Returns what was done, for the console, or where to go from here. */
export type Action = (deps: Deps, fields: unknown, by: string) => Promise<string | URL>

import type { Deps } from '../deps.ts'

/** Does what the fields of a form say, in somebody's name, and answers what was done. */
export type Action = (deps: Deps, fields: unknown, by: string) => Promise<string>

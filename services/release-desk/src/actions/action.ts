import type { Deps } from '../deps.ts'

/** Runs a form's action on behalf of `by`. Returns a message for the console, or a URL to redirect to. */
export type Action = (deps: Deps, fields: unknown, by: string) => Promise<string | URL>

/** Where a compiler finds the sources, puts its bundles, and what they call themselves. */
export interface Place {
  root: string
  dir: string
  version: string
}

/** Called after every compilation, with what went wrong. */
export type OnBuilt = (problem: string | undefined) => void

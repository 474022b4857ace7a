/** Paths of the sources and the output, and the version in the bundles. */
export interface Place {
  root: string
  dir: string
  version: string
}

/** Called after every compilation, with its errors if it failed. */
export type OnBuilt = (problem: string | undefined) => void

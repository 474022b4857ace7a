/** Values above `over`, up to `upTo`, by how many documents they stand for. */
export interface Bucket {
  over: number
  upTo: number
  weight: number
}

/** How one version did in the documents that opened in a span of time. */
export interface VersionHealth {
  version: string
  /** Documents that told of themselves, and those of them in which the release threw. */
  reports: number
  failedReports: number
  /** How many documents the reports stand for. */
  documents: number
  /** Milliseconds, on the pages that the release owns. */
  lcp: Bucket[]
  inp: Bucket[]
  exampleError: string
}

/** Answers one entry per version, in the order asked. Throws when it cannot tell. */
export type ReadHealth = (name: string, versions: string[], since: Date) => Promise<VersionHealth[]>

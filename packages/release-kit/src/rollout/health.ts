/** The number of documents with a value above `over`, up to `upTo`. */
export interface Bucket {
  over: number
  upTo: number
  weight: number
}

/** Health of one version in the documents opened in a period. */
export interface VersionHealth {
  version: string
  /** Number of documents that sent a report, and of those in which the release threw. */
  reports: number
  failedReports: number
  /** Number of documents that the reports stand for, after sampling. */
  documents: number
  /** Milliseconds, on the pages that the release owns. */
  lcp: Bucket[]
  inp: Bucket[]
  exampleError: string
  /** Documents that the shells served, by their own counts; 0 when they have counted none. */
  served: number
  /** Those of them in which the release failed on the server. */
  failedServed: number
}

/** Returns one entry per version, in the given order. Throws when the health is unavailable. */
export type ReadHealth = (name: string, versions: string[], since: Date) => Promise<VersionHealth[]>

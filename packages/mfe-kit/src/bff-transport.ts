import type { RemoteRelease } from './release.ts'

/** Access to the BFF for one shopper from code on the server: its URL and the forwarded headers. */
export interface BffTransport {
  origin: string
  releases: Record<string, NamedRelease>
  headers: Record<string, string>
  /** Aborted when the page's deadline passes. */
  signal?: AbortSignal
}

/** The release of the calling code. */
export type NamedRelease = Pick<RemoteRelease, 'id' | 'version'>

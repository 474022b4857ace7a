import type { RemoteRelease } from './release.ts'

/** How code on the server reaches the BFF for one shopper: where, and with which forwarded headers. */
export interface BffTransport {
  origin: string
  releases: Record<string, NamedRelease>
  headers: Record<string, string>
  /** Ends calls when the page's deadline passes. */
  signal?: AbortSignal
}

/** What a call says of the code that makes it. */
export type NamedRelease = Pick<RemoteRelease, 'id' | 'version'>

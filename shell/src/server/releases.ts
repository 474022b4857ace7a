import type { IncomingHttpHeaders } from 'node:http'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { RegistryStatus } from '@mallhive/release-runtime/registry'
import type { Visitor } from '@mallhive/release-runtime/preview/visitor'

/** What a micro frontend's pointer has made live here. */
export interface Live {
  stable: RemoteRelease
  canary?: { release: RemoteRelease; percent: number }
}

/** What the shell asks of the registry of live releases. */
export interface Releases extends AsyncDisposable {
  /** One release per micro frontend for a bucket (0–9999). */
  assign: (bucket: number) => Record<string, RemoteRelease>
  /** Which host a request is for, and which releases it may name there. */
  visitor: (headers: IncomingHttpHeaders) => Visitor
  /** A release that a document was assigned earlier. Rejects when it cannot be had any more. */
  ensure: (name: string, version: string, visitor: Visitor) => Promise<RemoteRelease>
  /** A release that a pin names, by version or by the address of a dev server. Rejects with why it does not count. */
  pin: (name: string, target: string, visitor: Visitor) => Promise<RemoteRelease>
  /** A known release by its id. */
  find: (id: string) => RemoteRelease | undefined
  live: () => Live[]
  status: () => RegistryStatus
}

/** Until the process is warm. */
export const nothingLive: Releases = {
  assign: () => ({}),
  visitor: () => ({
    origin: 'http://mall.invalid',
    isPreview: false,
    admitted: true,
    reach: () => 'promoted',
  }),
  ensure: () => Promise.reject(new Error('nothing is live yet')),
  pin: () => Promise.reject(new Error('nothing is live yet')),
  find: () => undefined,
  live: () => [],
  status: () => ({ live: [], loaded: [], failing: [], suspended: [] }),
  [Symbol.asyncDispose]: () => Promise.resolve(),
}

import type { IncomingHttpHeaders } from 'node:http'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { RegistryStatus } from '@mallhive/release-runtime/registry'
import type { BundleProblems, Problem } from './bundle-problems.ts'
import type { Visitor } from '@mallhive/release-runtime/preview/visitor'

/** The live releases of a micro frontend in this process. */
export interface Live {
  stable: RemoteRelease
  canary?: { release: RemoteRelease; percent: number }
}

/** The registry of live releases, as the shell uses it. */
export interface Releases extends AsyncDisposable {
  /** Returns one release per micro frontend for a bucket (0–9999). */
  assign: (bucket: number) => Record<string, RemoteRelease>
  /** Returns the host of a request and the releases that it may name there. */
  visitor: (headers: IncomingHttpHeaders) => Visitor
  /** Loads a release that a document was assigned earlier. Rejects when it is gone. */
  ensure: (name: string, version: string, visitor: Visitor) => Promise<RemoteRelease>
  /** Loads the release of a pin, by version or by the address of a dev server. Rejects with the reason of a refusal. */
  pin: (name: string, target: string, visitor: Visitor) => Promise<RemoteRelease>
  /** Takes a version that fails again and again out of service; the last good one serves instead. */
  suspend: (name: string, version: string, why: string, forMs: number) => Promise<void>
  /** Returns a loaded release by its id. */
  find: (id: string) => RemoteRelease | undefined
  live: () => Live[]
  /** Public: without the texts of faults. `bffs` are the versions that the BFF host serves. */
  status: () => RegistryStatus & { bffs?: BundleProblems['live'] }
  /** Problems of releases with the texts of faults, for staff. */
  problems: () => Problem[]
}

/** Used until the first releases are loaded. */
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
  suspend: () => Promise.resolve(),
  find: () => undefined,
  live: () => [],
  status: () => ({ live: [], loaded: [], failing: [], suspended: [] }),
  problems: () => [],
  [Symbol.asyncDispose]: () => Promise.resolve(),
}

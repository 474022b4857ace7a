import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { ServerContainer } from '@mallhive/mfe-kit/host/server-host'

/** What the shell asks of the registry of live releases. */
export interface Releases {
  /** One release per micro frontend for a bucket (0–9999). */
  assign: (bucket: number) => Record<string, RemoteRelease>
  /** A release that a document was assigned earlier. Rejects when it cannot be had any more. */
  ensure: (name: string, version: string) => Promise<RemoteRelease>
  /** A known release by its id. */
  find: (id: string) => RemoteRelease | undefined
  /** The executed server container of a release, unless it does not run here. */
  container: (id: string) => ServerContainer | undefined
  status: () => object
}

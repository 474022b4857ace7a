import type { ExposedModule, AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import type { BffTransport } from '@mallhive/mfe-kit/bff-transport'
import type { Catalog } from '@mallhive/mfe-kit/messages/compiled-message'
import type { PageRequest } from './host-messages.ts'
import type { Failure } from './render-messages.ts'

/** The state of one page that its loaders and its rendering share. */
export interface PageScope {
  page: PageRequest
  url: URL
  /** The assignment, by micro frontend. */
  releases: Record<string, AssignedRelease>
  load: (release: AssignedRelease, expose: string) => Promise<ExposedModule>
  /** The messages of the releases in the page's locale, by micro frontend. */
  catalogs: Record<string, Catalog>
  /** Returns the BFF transport of a loader. */
  calls: (name: string, signal: AbortSignal) => BffTransport
  /** Runs a loader, on which everything that happens meanwhile is blamed. */
  asLoader: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Returns the id of the release whose loader runs. */
  runningRelease: () => string
  /** Has the host log a failure. */
  report: (failure: Failure) => void
  /** Micro frontends of which a loader failed. */
  failed: Set<string>
  /** Remotes that began rendering and have not finished. */
  unfinished: Set<string>
}

/** Returns the message of an error followed by those of its causes. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${explain(error.cause)}`
}

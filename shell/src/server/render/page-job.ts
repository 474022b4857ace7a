import type { Readable } from 'node:stream'
import type { Caller } from '@mallhive/mfe-kit/host/document-calls'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { LoaderCall } from '../../calls/loader-calls.ts'
import type { PageRequest } from '../../render/host-messages.ts'
import type { Failure } from '../../render/render-messages.ts'
import type { Tracing } from '../tracing.ts'

/** A page to load and render, and what the process that does so may do for it. */
export interface PageJob {
  request: Omit<PageRequest, 'without'>
  releases: Record<string, RemoteRelease>
  /** Addresses of the clients who wait for the page, the requesting one first, by which pages take turns. */
  addresses: ReadonlySet<string>
  traceparent: string
  tracing: Tracing
  /** Returns how a loader calls BFFs as the shopper who requested the page. */
  calls: (caller: Caller) => LoaderCall
  /** Whether the browser loads the page before the visitor opens it. */
  isPrefetch: boolean
  /** Aborted when the client has gone. */
  signal: AbortSignal
  onFailure: (failure: Failure) => void
  /** Micro frontends that failed, and remotes that began rendering and did not finish. */
  onOutcome: (outcome: { failed: string[]; unfinished: string[] }) => void
}

export type PageResult =
  | { kind: 'redirect'; path: string; permanent: boolean }
  /** `json` is the view. */
  | { kind: 'view'; status: number; json: Buffer }
  /** `json` is undefined when the loader finds nothing. */
  | { kind: 'data'; json: string | undefined }
  | RenderedDocument
  /** The document cannot begin, or data cannot be loaded: then `status` says why. */
  | { kind: 'broken'; status?: number }

export interface RenderedDocument {
  kind: 'document'
  status: number
  /** The whole document, or its beginning. */
  html: Buffer
  /** Whether it is whole, and all of it was rendered without an error. */
  isComplete: boolean
  formKeys: string[]
  /** Late content. Ends early when its process ends: the browser renders what is missing. */
  rest?: Readable
}

import type { AsyncLocalStorage } from 'node:async_hooks'
import type { JsonClient } from '@mallhive/mfe-kit/host/json-client'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { PublicAnswers } from '@mallhive/process-kit/public-answers'
import type { SharedProcedures } from '../calls/shared-procedures.ts'
import type { ShellConfig } from '../config.ts'
import type { DocumentCache } from './document-cache/document-cache.ts'
import type { Renderer } from './documents/open-renderer.ts'
import type { RenderPool } from './render/render-pool.ts'
import type { RequestScope } from './request-scope.ts'
import type { Releases } from './releases.ts'
import type { ServedDocuments } from './served-documents.ts'
import type { Tracing } from './tracing.ts'

/** The state of the process. Next's pages and routes share it: the build leaves `src/server` out of their bundles. */
export interface ShellProcess {
  config: ShellConfig
  log: Log
  /** Returns all metrics of the process in Prometheus' text format. */
  metrics: () => Promise<string>
  releases: Releases
  /** Connections to the BFF host. */
  bff: JsonClient
  /** Remembered answers of the BFFs. */
  answers: PublicAnswers
  /** Kept documents for visitors without a session. */
  documents: DocumentCache
  shared: SharedProcedures
  requests: AsyncLocalStorage<RequestScope>
  tracing: Tracing
  served: ServedDocuments
  /** Renders documents without any remote. */
  renderer: Renderer
  /** The processes that execute server bundles; pages of others render in the browser. */
  renders: RenderPool
}

let provided: ShellProcess | undefined

export function provideShellProcess(shell: ShellProcess): void {
  provided = shell
}

/** @throws Error during `next build`, where pages have nothing to render */
export function shellProcess(): ShellProcess {
  if (!provided) throw new Error('The shell was not started by src/main.ts')
  return provided
}

export function requestScope(): RequestScope {
  const scope = shellProcess().requests.getStore()
  if (!scope) throw new Error('Not inside a request')
  return scope
}

import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { keepAlive } from '@mallhive/process-kit/keep-alive'
import { demandCertificates, showCertificate } from '@mallhive/process-kit/mutual-tls'
import { logger } from '@mallhive/process-kit/telemetry'
import { openBffClient } from './calls/bff-client.ts'
import { isLimit } from './calls/is-limit.ts'
import { followChanges } from './calls/follow-changes.ts'
import { openPublicAnswers } from '@mallhive/process-kit/public-answers'
import { openSharedProcedures } from './calls/shared-procedures.ts'
import { staticFolder } from './build/folder.ts'
import { readConfig } from './config.ts'
import { requestAnswer } from './server/answer-request.ts'
import { openDocumentCache } from './server/document-cache/document-cache.ts'
import { handler } from './server/handler.ts'
import type { Readiness } from './server/handler.ts'
import { openReleases } from './server/open-releases.ts'
import { staticServer } from './server/static-files.ts'
import { stopGracefully } from './server/stop-gracefully.ts'
import { nothingLive } from './server/releases.ts'
import { provideShellProcess } from './server/shell-process.ts'
import type { ShellProcess } from './server/shell-process.ts'
import { openServedDocuments } from './server/served-documents.ts'
import { openTracing } from './server/open-tracing.ts'
import { openNextApp } from './server/next-app.ts'
import { openRenderer } from './server/documents/open-renderer.ts'
import { evictFaulty } from './server/render/evict-faulty.ts'
import { openRenderPool } from './server/render/render-pool.ts'
import { spawnRenderProcess } from './server/render/spawn-render-process.ts'
import { releaseMetrics } from './server/release-metrics.ts'

/** Maximum time for a request to arrive; a slower one is answered 408. */
const requestTimeoutMs = 10_000

const config = readConfig(process.env)
showCertificate(process.env)
const log = logger(config.PREVIEWS === 'on' ? 'shell-previews' : 'shell')
const renderer = await openRenderer()
const answers = openPublicAnswers({
  mostBytes: Math.round(config.PUBLIC_ANSWERS_MB * 1e6),
  isOfOneCaller: isLimit,
})
const shell: ShellProcess = {
  config,
  log,
  metrics: releaseMetrics(() => shell.releases.status()),
  releases: nothingLive,
  bff: openBffClient(config),
  answers,
  documents: openDocumentCache({ mostBytes: Math.round(config.DOCUMENT_CACHE_MB * 1e6), answers }),
  shared: openSharedProcedures(),
  renderer,
  renders: openRenderPool({
    log,
    processes: config.RENDER_PROCESSES,
    mostMb: config.RENDER_PROCESS_MAX_MB,
    spawn: spawnRenderProcess,
    onFault: (...fault) => void evictFaulty(shell, ...fault),
  }),
  requests: new AsyncLocalStorage(),
  tracing: await openTracing(process.env),
  served: openServedDocuments(config, log),
}
provideShellProcess(shell)

const readiness: Readiness = { ready: false }
const server = createServer(
  { ...keepAlive, headersTimeout: requestTimeoutMs, requestTimeout: requestTimeoutMs },
  handler(requestAnswer(openNextApp()), readiness, await staticServer(staticFolder)),
)
demandCertificates(server, process.env, (reason) => log.warn({ reason }, 'connection refused'))
stopGracefully(server, readiness, shell)
server.listen(config.PORT, config.HOST)
await once(server, 'listening')
const address = server.address()
const port = typeof address === 'object' ? address?.port : config.PORT

shell.releases = await openReleases(shell)
followChanges(shell.bff, shell.answers)
readiness.ready = true
shell.log.info({ port }, 'shell is open')

import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { openJsonClient } from '@mallhive/mfe-kit/host/json-client'
import { logger } from '@mallhive/process-kit/telemetry'
import next from 'next'
import { followChanges } from './calls/follow-changes.ts'
import { openPublicAnswers } from './calls/public-answers.ts'
import { openSharedProcedures } from './calls/shared-procedures.ts'
import { staticFolder } from './build/folder.ts'
import { readConfig } from './config.ts'
import { handler } from './server/handler.ts'
import { openReleases } from './server/open-releases.ts'
import { staticServer } from './server/static-files.ts'
import { stopGracefully } from './server/stop-gracefully.ts'
import { nothingLive } from './server/releases.ts'
import { provideShellProcess } from './server/shell-process.ts'
import type { ShellProcess } from './server/shell-process.ts'
import { openServedDocuments } from './server/served-documents.ts'
import { openTracing } from './server/open-tracing.ts'
import { warmUp } from './server/warm-up.ts'
import { releaseMetrics } from './server/release-metrics.ts'
import { setReactChunkSize } from './server/react-chunk-size.ts'

/** Maximum time for a request to arrive; a slower one is answered 408. */
const requestTimeoutMs = 10_000

setReactChunkSize()
const config = readConfig(process.env)
const log = logger(config.PREVIEWS === 'on' ? 'shell-previews' : 'shell')
const shell: ShellProcess = {
  config,
  log,
  metrics: releaseMetrics(() => shell.releases.status()),
  releases: nothingLive,
  containers: new Map(),
  bff: openJsonClient(config.BFF_URL),
  answers: openPublicAnswers({ mostBytes: Math.round(config.PUBLIC_ANSWERS_MB * 1e6) }),
  shared: openSharedProcedures(),
  requests: new AsyncLocalStorage(),
  tracing: await openTracing(process.env),
  served: openServedDocuments(config, log),
}
provideShellProcess(shell)

const app = next({ dir: new URL('..', import.meta.url).pathname, dev: false })
await app.prepare()

const readiness = { ready: false }
const server = createServer(
  { headersTimeout: requestTimeoutMs, requestTimeout: requestTimeoutMs },
  handler(app.getRequestHandler(), readiness, await staticServer(staticFolder)),
)
stopGracefully(server, readiness, shell)
server.listen(config.PORT, config.HOST)
await once(server, 'listening')
const address = server.address()
const port = typeof address === 'object' ? address?.port : config.PORT

// Server bundles need the React instance that renders pages, which exists after the first page.
const host = await warmUp(`http://127.0.0.1:${port}`, shell)
shell.releases = await openReleases(shell, host)
followChanges(shell.bff, shell.answers)
readiness.ready = true
shell.log.info({ port }, 'shell is open')

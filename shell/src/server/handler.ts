import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { splitExpose } from '@mallhive/mfe-kit/release'
import { counter } from '@mallhive/process-kit/telemetry'
import type { ShellConfig } from '../config.ts'
import { consolePath } from './answer-console.ts'
import type { Answer } from './answer-request.ts'
import { serveDevServer } from './dev-server.ts'
import { answerForm, forms } from './forms.ts'
import { openRequest } from './open-request.ts'
import { explain, log } from './log.ts'
import { measureRequest, pageName } from './measure-requests.ts'
import { keepPins } from './pins/pin-redirect.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import type { RequestScope } from './request-scope.ts'
import { shellProcess } from './shell-process.ts'
import { serveSiteFile } from './site-files.ts'

export interface Readiness {
  ready: boolean
  /** The process will end: it answers, but takes no new connections. */
  draining?: boolean
}

/** Handles health checks, static files and forms; opens a request scope for every other request. */
export function handler(
  answerRequest: Answer,
  readiness: Readiness,
  serveStatic: RequestListener,
): RequestListener {
  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = req.url ?? '/'
    if (path === '/healthz') return plain(res, 200, 'ok')
    if (readiness.draining) res.shouldKeepAlive = false
    if (path === '/readyz')
      return isOpen(readiness) && !readiness.draining
        ? plain(res, 200, 'ready')
        : plain(res, 503, 'not ready')
    if (!isDecodable(path))
      return plain(res, 400, 'Malformed address: a percent sign without its two digits.')
    const { config, releases, requests, tracing, metrics } = shellProcess()
    // Not routed by the edge, like the two above.
    if (path === '/metrics') return plain(res, 200, await metrics(), 'text/plain; version=0.0.4')
    const name = measureRequest(res, config.PREVIEWS === 'on' ? 'shell-previews' : 'shell')
    const form = forms.get(path.split('?')[0] ?? '')
    const allowed = form ? ['POST'] : ['GET', 'HEAD']
    if (!allowed.includes(req.method ?? '')) {
      res.setHeader('allow', allowed.join(', '))
      return plain(res, 405, `This address only answers ${allowed.join(' and ')}.`)
    }
    if (serveSiteFile(req, res, config)) return undefined
    if (/^\/(fonts|_next\/static)\//.test(path)) {
      name({ route: 'static' })
      return serveStatic(req, res)
    }
    // Next's image optimiser and data routes: the shell uses neither.
    if (path.startsWith('/_next/')) return plain(res, 404, 'There is no file at this address.')
    if (!isOpen(readiness)) return plain(res, 503, 'The mall is opening.')
    const visitor = releases.visitor(req.headers)
    // This process may have run code that was never promoted, so it answers no shopper.
    if (config.PREVIEWS === 'on' && !visitor.isPreview)
      return plain(res, 421, 'This process answers for the preview host only.')
    if (form) {
      name({ route: 'form' })
      return answerForm(form, req, res, visitor.origin)
    }
    if (keepPins(req, res, visitor)) return undefined
    if (!visitor.admitted) return refuseVisitor(res, config)
    if (path.startsWith('/_mall/dev/') && config.DEV_PINS === 'on' && visitor.isPreview)
      return serveDevServer(req, res)
    const parent = req.headers['traceparent']
    const span = tracing.start(req.method ?? '', typeof parent === 'string' ? parent : undefined, 'server')
    res.once('close', () => span.end({ failed: res.statusCode >= 500 }))
    const scope = await openRequest(req, res, releases, span.traceparent, visitor)
    name(pageName(req, scope))
    res.once('close', () => countServed(scope, res.writableFinished))
    const policy = contentSecurityPolicy(config, scope.nonce, scope.address.pathname === consolePath)
    // Next reads the nonce for its own scripts from the request.
    req.headers['content-security-policy'] = policy
    res.setHeader('content-security-policy', policy)
    await requests.run(scope, () => answerRequest(req, res, scope))
  }

  return (req, res) => {
    answer(req, res).catch((error: unknown) => {
      log('error', 'request failed', { url: req.url, why: explain(error) })
      if (res.headersSent) res.destroy()
      else plain(res, 500, 'Something went wrong on our side.')
    })
  }
}

const remotes = counter(
  'mall_document_remotes_total',
  'Micro frontends in served documents, by their outcome',
  ['mfe', 'outcome'],
)

/** Counts a document. A remote that had begun and did not finish before the end of a whole answer has thrown. */
function countServed({ servedAtMs, releases, failed, unfinished }: RequestScope, isWhole: boolean): void {
  if (servedAtMs === undefined) return
  const thrown = isWhole ? [...unfinished].map((name) => splitExpose(name)[0]) : []
  const allFailed = new Set([...failed, ...thrown])
  for (const mfe of Object.keys(releases))
    remotes.inc({ mfe, outcome: allFailed.has(mfe) ? 'failed' : 'whole' })
  shellProcess().served.count({ servedAtMs, releases: Object.values(releases), failed: allFailed })
}

/** Ready once releases are loaded; before, every page would be answered 404. */
function isOpen({ ready }: Readiness): boolean {
  return ready && Object.keys(shellProcess().releases.assign(0)).length > 0
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

function refuseVisitor(res: ServerResponse, { PUBLIC_ORIGIN }: ShellConfig): void {
  res.setHeader('cache-control', 'private, no-store')
  res.setHeader('x-robots-tag', 'noindex')
  plain(
    res,
    401,
    `A preview opens by its link: the one that \`mall publish\` printed, or one from ${PUBLIC_ORIGIN}/_mall. Links end after some days.`,
  )
}

function plain(res: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  res.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(text)
}

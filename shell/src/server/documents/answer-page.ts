import type { IncomingMessage, ServerResponse } from 'node:http'
import { framedViewType, viewType } from '../../document/view.ts'
import type { ViewAnswer } from '../../document/view.ts'
import { explain, log } from '../log.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { documentInput } from './document-input.ts'
import { loadView } from './load-view.ts'
import type { LoadedView, Refusal } from './load-view.ts'
import type { Renderer } from './open-renderer.ts'
import { sendDocument } from './send-document.ts'

/** Answers the address of a page: by a document, or by a view when a document navigates. */
export async function answerPage(
  req: IncomingMessage,
  res: ServerResponse,
  scope: RequestScope,
  refusal?: Refusal,
): Promise<void> {
  const { accept } = req.headers
  const isNavigation = accept === viewType || accept === framedViewType
  res.setHeader('vary', 'accept')
  if (!res.hasHeader('cache-control')) res.setHeader('cache-control', personal)
  if (isNavigation && scope.outdated) return sendView(res, 200, { outdated: true })

  const loaded = await loadView(scope, { refusal, withFrame: accept !== viewType })
  if (!('kind' in loaded))
    return isNavigation
      ? sendView(res, loaded.status, { view: loaded.view })
      : renderDocument(res, scope, loaded, shellProcess().renderer)
  if (isNavigation) return sendView(res, 200, { redirect: loaded.path })
  res.writeHead(loaded.permanent ? 308 : 307, { location: loaded.path }).end()
}

const personal = 'private, no-cache, no-store, max-age=0, must-revalidate'

function sendView(res: ServerResponse, status: number, answer: ViewAnswer): void {
  const body = Buffer.from(JSON.stringify(answer))
  res.writeHead(status, { 'content-type': viewType, 'content-length': body.length }).end(body)
}

function renderDocument(
  res: ServerResponse,
  scope: RequestScope,
  loaded: LoadedView,
  { render, files }: Renderer,
): void {
  const { config, host } = shellProcess()
  const { unfinished } = scope
  const page = loaded.view.content.kind === 'page' ? loaded.view.content.name : undefined
  scope.servedAtMs = Date.now()
  const input = documentInput({ ...scope, servedAtMs: scope.servedAtMs }, loaded, files)
  const code = {
    load: host.load,
    onRender(name: string, step: 'begun' | 'done') {
      if (step === 'begun') unfinished.add(name)
      else unfinished.delete(name)
    },
  }
  sendDocument(res, {
    render: (events) => render(input, code, events),
    // The browser renders a page that throws here; the document is only a skeleton.
    status: () => (page !== undefined && unfinished.has(page) ? 500 : loaded.status),
    onError: (error) => logFailure(error, scope),
    deadlineMs: config.LOADER_DEADLINE_MS,
  })
}

/** Logs an error of rendering with the remotes that had begun: the one that threw is among them. */
function logFailure(error: unknown, { url, unfinished, releases }: RequestScope): void {
  const remotes = [...unfinished].map((name) => {
    const mfe = name.split('/')[0] ?? ''
    return `${name} of ${mfe}@${releases[mfe]?.version}`
  })
  log('error', 'rendering failed', { url: url.pathname, remotes, why: explain(error) })
}

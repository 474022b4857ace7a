import type { IncomingMessage, ServerResponse } from 'node:http'
import { framedViewType, viewType } from '../../document/view.ts'
import type { ViewAnswer } from '../../document/view.ts'
import type { Rendered } from '../document-cache/document-cache.ts'
import { documentKey } from '../document-cache/document-key.ts'
import { sendAgain } from '../document-cache/send-again.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { loadRedirectedView } from './load-redirected-view.ts'
import { loadView } from './load-view.ts'
import type { Refusal, ViewParts } from './load-view.ts'
import { renderDocument } from './render-document.ts'

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
  if (isNavigation) return answerNavigation(res, scope, { refusal, withFrame: accept === framedViewType })

  const kept = refusal ? undefined : await documentKey(scope)
  const render = async (): Promise<Rendered> => {
    const loaded = await loadView(scope, { refusal, withFrame: true })
    if (!('kind' in loaded)) return renderDocument(res, scope, loaded, kept?.keepForSeconds ?? 0)
    res.writeHead(loaded.permanent ? 308 : 307, { location: loaded.path }).end()
    return 'one-time'
  }
  if (!kept) return void (await render())
  return shellProcess().documents.answer(kept.key, (document) => sendAgain(req, res, scope, document), render)
}

const personal = 'private, no-cache, no-store, max-age=0, must-revalidate'

async function answerNavigation(res: ServerResponse, scope: RequestScope, parts: ViewParts): Promise<void> {
  if (scope.outdated) return sendView(res, 200, { outdated: true })
  const { loaded, hash } = await loadRedirectedView(scope, parts)
  if ('kind' in loaded) sendView(res, 200, { redirect: loaded.path })
  else sendView(res, loaded.status, { view: loaded.view, hash })
}

function sendView(res: ServerResponse, status: number, answer: ViewAnswer): void {
  const body = Buffer.from(JSON.stringify(answer))
  res.writeHead(status, { 'content-type': viewType, 'content-length': body.length }).end(body)
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { framedViewType, viewType } from '../../document/view.ts'
import type { ViewAnswer } from '../../document/view.ts'
import { allowBack } from '../document-cache/allow-back.ts'
import type { Rendered, SentAgain } from '../document-cache/document-cache.ts'
import { documentKey } from '../document-cache/document-key.ts'
import { keptDocument } from '../document-cache/kept-document.ts'
import { renewAnswers } from '../document-cache/renew-answers.ts'
import { sendAgain } from '../document-cache/send-again.ts'
import type { RequestScope } from '../request-scope.ts'
import { retryAfter } from '../retry-after.ts'
import { shellProcess } from '../shell-process.ts'
import { documentFields } from './document-fields.ts'
import { sendDocument } from './send-document.ts'
import { showAddress } from './show-address.ts'
import type { Refusal } from './show-address.ts'
import { showRedirectedView } from './show-redirected-view.ts'

/** Answers the address of a page: by a document, or by a view when a document navigates. */
export async function answerPage(
  req: IncomingMessage,
  res: ServerResponse,
  scope: RequestScope,
  refusal?: Refusal,
): Promise<void> {
  const { accept } = req.headers
  res.setHeader('vary', 'accept')
  if (!res.hasHeader('cache-control')) res.setHeader('cache-control', personal)
  if (accept === viewType || accept === framedViewType)
    return answerNavigation(res, scope, { withFrame: accept === framedViewType, refusal })
  const kept = refusal ? undefined : documentKey(scope)
  const render = () => renderDocument(res, scope, refusal, kept?.keepForSeconds ?? 0)
  if (!kept) return void (await render())
  const send = (document: SentAgain) => {
    sendAgain(req, res, scope, document)
    renewAnswers(scope, document.answers)
  }
  return shellProcess().documents.answer(kept.key, scope.clientAddresses, send, render)
}

const personal = 'private, no-cache, no-store, max-age=0, must-revalidate'

async function answerNavigation(
  res: ServerResponse,
  scope: RequestScope,
  parts: { withFrame: boolean; refusal?: Refusal },
): Promise<void> {
  if (scope.outdated) return sendView(res, { outdated: true })
  const shown = await whileConnected(res, (signal) => showRedirectedView(scope, { ...parts, signal }))
  if (!shown) return
  const { result, hash } = shown
  if (result.kind === 'view') sendViewJson(res, result.status, result.json, hash)
  else if (result.kind === 'redirect') sendView(res, { redirect: result.path })
  else sendBroken(res)
}

async function renderDocument(
  res: ServerResponse,
  scope: RequestScope,
  refusal: Refusal | undefined,
  keepForSeconds: number,
): Promise<Rendered> {
  scope.servedAtMs = Date.now()
  const document = documentFields({ ...scope, servedAtMs: scope.servedAtMs })
  const result = await whileConnected(res, (signal) =>
    showAddress(scope, { refusal, withFrame: true, document, signal }),
  )
  if (!result) return 'abandoned'
  if (result.kind === 'document') {
    const isPublic = result.status === 200 && keepForSeconds > 0
    res.setHeader('vary', 'accept, accept-encoding')
    if (isPublic) allowBack(res)
    sendDocument(res, result)
    const mayBeKept = isPublic && result.isComplete
    const oneTime = { ...document, formKeys: result.formKeys }
    return (mayBeKept && keptDocument(result.html, scope, oneTime, keepForSeconds)) || 'one-time'
  }
  scope.servedAtMs = undefined
  if (result.kind === 'redirect') res.writeHead(result.permanent ? 308 : 307, { location: result.path }).end()
  else sendBroken(res)
  return 'one-time'
}

/** Aborts the work when the client leaves, and returns undefined then. */
async function whileConnected<T>(
  res: ServerResponse,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const client = new AbortController()
  const leave = () => client.abort()
  res.once('close', leave)
  try {
    return await work(client.signal)
  } catch (error) {
    if (client.signal.aborted) return undefined
    throw error
  } finally {
    res.off('close', leave)
  }
}

function sendView(res: ServerResponse, answer: Exclude<ViewAnswer, { view: unknown }>): void {
  sendJson(res, 200, Buffer.from(JSON.stringify(answer)))
}

function sendViewJson(res: ServerResponse, status: number, view: Buffer, hash?: string): void {
  const end = hash === undefined ? '}' : `,"hash":${JSON.stringify(hash)}}`
  sendJson(res, status, Buffer.concat([Buffer.from('{"view":'), view, Buffer.from(end)]))
}

function sendJson(res: ServerResponse, status: number, body: Buffer): void {
  const headers = { 'content-type': viewType, 'content-length': body.length, ...retryAfter(status) }
  res.writeHead(status, headers).end(body)
}

function sendBroken(res: ServerResponse): void {
  res.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('Something went wrong on our side.')
}

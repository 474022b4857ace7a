import type { ServerResponse } from 'node:http'
import type { RenderedDocument } from '../render/page-job.ts'
import { retryAfter } from '../retry-after.ts'

/** Sends a document: with its length when it is whole, otherwise as a stream whose late content follows. */
export function sendDocument(
  res: ServerResponse,
  { status, html, rest }: Pick<RenderedDocument, 'status' | 'html' | 'rest'>,
): void {
  res.statusCode = status
  res.setHeaders(new Headers({ 'content-type': 'text/html; charset=utf-8', ...retryAfter(status) }))
  if (!rest) return void res.setHeader('content-length', html.length).end(html)
  res.write(html)
  rest.pipe(res)
}

import type { ServerResponse } from 'node:http'
import { acceptedCodings } from '../accepted-codings.ts'
import type { RenderedDocument } from '../render/page-job.ts'
import { retryAfter } from '../retry-after.ts'
import { compressDocument } from './compress-document.ts'

/** A smaller document is not compressed. */
const fewBytes = 1024

/**
 * Sends a document: compressed and with its length when it is whole, so that the edge has a fifth of it to pass on, otherwise as
 * a stream whose late content follows.
 */
export function sendDocument(
  res: ServerResponse,
  { status, html, rest }: Pick<RenderedDocument, 'status' | 'html' | 'rest'>,
): void {
  res.statusCode = status
  const headers = { 'content-type': 'text/html; charset=utf-8', ...retryAfter(status) }
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  if (rest) {
    res.write(html)
    return void rest.pipe(res)
  }
  const [coding] = html.length < fewBytes ? [] : acceptedCodings(res.req)
  if (coding) res.setHeader('content-encoding', coding)
  const body = coding ? compressDocument(coding, html) : html
  res.setHeader('content-length', body.length).end(body)
}

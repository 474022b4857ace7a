import type { IncomingMessage, ServerResponse } from 'node:http'
import { acceptedCodings } from '../accepted-codings.ts'
import { documentToken } from '../documents/document-token.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { allowBack } from './allow-back.ts'
import { compressedForm } from './compressed-form.ts'
import type { SentAgain } from './document-cache.ts'
import { valuesInPlaces } from './one-time-values.ts'
import { joinDocument } from './split-document.ts'

/** Sends a kept document with values of this answer: compressed when its form is ready and the client accepts it. */
export function sendAgain(
  req: IncomingMessage,
  res: ServerResponse,
  scope: RequestScope,
  document: SentAgain,
): void {
  const { nonce, traceparent, releases, sharing } = scope
  const servedAtMs = Date.now()
  scope.servedAtMs = servedAtMs
  const token = documentToken({ releases, sharing, servedAtMs }, shellProcess().config)
  const values = valuesInPlaces(document, { nonce, traceparent, token })
  const [coding] = acceptedCodings(req)
  const form = coding && compressedForm(document, coding)
  // A compressed form has room for values of the same lengths only.
  const fits = values.every((value, place) => value.length === document.lengths[place])
  res.setHeader('content-type', 'text/html; charset=utf-8')
  allowBack(res)
  if (form && fits) res.setHeader('content-encoding', form.coding)
  const body = form && fits ? form.splice(values) : joinDocument(document.texts, values)
  res.setHeader('content-length', body.length).end(body)
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { askDesk } from './desk.ts'
import { answerPage } from './documents/answer-page.ts'
import type { NextApp } from './next-app.ts'
import type { RequestScope } from './request-scope.ts'

export const consolePath = '/_mall'

/** Answers the console: by Next when the release desk knows the visitor, otherwise by a document that says why not. */
export async function answerConsole(
  req: IncomingMessage,
  res: ServerResponse,
  scope: RequestScope,
  next: NextApp,
): Promise<void> {
  const answer = await askDesk()
  if ('overview' in answer) {
    scope.overview = answer.overview
    return next.answer(req, res)
  }
  const { status } = answer
  return answerPage(req, res, scope, status === 401 ? { kind: 'sign-in-first' } : { kind: 'failed', status })
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerConsole, consolePath } from './answer-console.ts'
import { answerPage } from './documents/answer-page.ts'
import type { NextApp } from './next-app.ts'
import type { RequestScope } from './request-scope.ts'

export type Answer = (req: IncomingMessage, res: ServerResponse, scope: RequestScope) => Promise<void>

/** Returns what answers a request with its scope: Next for its own addresses, a document for every other one. */
export function requestAnswer(next: NextApp): Answer {
  return async (req, res, scope) => {
    const { pathname, search } = scope.url
    if (pathname === consolePath) return answerConsole(req, res, scope, next)
    if (next.serves(pathname)) return next.answer(req, res)
    if (pathname.length > 1 && pathname.endsWith('/'))
      return void res.writeHead(308, { location: withoutEndingSlash(pathname) + search }).end()
    return answerPage(req, res, scope)
  }
}

/** A page has one address. Slashes at the beginning would make the location another site's. */
const withoutEndingSlash = (pathname: string) => `/${pathname.replaceAll(/^\/+|\/+$/g, '')}`

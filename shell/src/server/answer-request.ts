import type { IncomingMessage, ServerResponse } from 'node:http'
import { localPath } from '@mallhive/contracts/locales'
import { answerConsole, consolePath } from './answer-console.ts'
import { answerPage } from './documents/answer-page.ts'
import { canonicalPath } from './local-page.ts'
import { preferredLocale } from './preferred-locale.ts'
import type { NextApp } from './next-app.ts'
import type { RequestScope } from './request-scope.ts'
import { shellProcess } from './shell-process.ts'

export type Answer = (req: IncomingMessage, res: ServerResponse, scope: RequestScope) => Promise<void>

/** Returns what answers a request with its scope: Next for its own addresses, a document for every other one. */
export function requestAnswer(next: NextApp): Answer {
  return async (req, res, scope) => {
    const { pathname, search } = scope.address
    if (pathname === consolePath) return answerConsole(req, res, scope, next)
    if (next.serves(pathname)) return next.answer(req, res)
    if (pathname.length > 1 && pathname.endsWith('/'))
      return void res.writeHead(308, { location: withoutEndingSlash(pathname) + search }).end()
    const canonical = canonicalPath(pathname, shellProcess().config.LOCALES)
    if (canonical !== undefined) return void res.writeHead(308, { location: canonical + search }).end()
    const preferred = preferredLocale(req, scope)
    if (preferred !== undefined) return redirectTo(res, localPath(preferred, pathname) + search)
    return answerPage(req, res, scope)
  }
}

/** Not permanent and not for caches, because it depends on the visitor. */
function redirectTo(res: ServerResponse, location: string): void {
  res
    .writeHead(307, { location, 'cache-control': 'private, no-store', vary: 'accept-language, cookie' })
    .end()
}

/** A page has one address. Slashes at the beginning would make the location another site's. */
const withoutEndingSlash = (pathname: string) => `/${pathname.replaceAll(/^\/+|\/+$/g, '')}`

import type { IncomingMessage, ServerResponse } from 'node:http'
import { splitExpose } from '@mallhive/mfe-kit/release'
import { matchRoute } from '@mallhive/mfe-kit/route-table'
import { clientGone, observeRequest } from '@mallhive/process-kit/http-metrics'
import { framedViewType, viewType } from '../document/view.ts'
import { consolePath } from './answer-console.ts'
import type { RequestScope } from './request-scope.ts'

interface RequestName {
  mfe?: string
  route: string
}

/** Measures a request from now until its answer is sent. Returns a function that names it. */
export function measureRequest(res: ServerResponse, part: string): (name: RequestName) => void {
  const began = performance.now()
  let named: RequestName = { route: 'other' }
  res.once('close', () => {
    const status = res.writableFinished ? res.statusCode : clientGone
    observeRequest({ part, ...named, status }, performance.now() - began)
  })
  return (name) => void (named = name)
}

/** Names a request by the page that it matches: a document `product`, a navigation to it `product view`. */
export function pageName({ headers: { accept } }: IncomingMessage, scope: RequestScope): RequestName {
  const { releases, url, address } = scope
  if (address.pathname === consolePath) return { route: 'console' }
  const page = matchRoute(releases, url.pathname)
  if (!page) return { route: 'no page' }
  const [mfe, expose] = splitExpose(page.name)
  return { mfe, route: accept === viewType || accept === framedViewType ? `${expose} view` : expose }
}

import type { IncomingHttpHeaders } from 'node:http'
import type { Reach } from '../registry/reach.ts'
import { versionKey } from '../registry/version-key.ts'
import type { Trust } from '../trust/trust.ts'
import { releasesOfPass } from './pass.ts'
import type { Previews } from './settings.ts'

/** Query parameter of the pass in preview URLs, beside `mall-pin`. */
export const passQuery = 'mall-pass'
export const passHeader = 'x-mall-pass'
/** Separates the passes in a cookie. */
const separator = '.'
const mostPasses = 6

/** The host of a request, and the releases that it may name there. */
export interface Visitor {
  /** Redirects, Origin checks and absolute addresses of the request stay at this origin. */
  origin: string
  isPreview: boolean
  /** False for a visitor of a preview host who has no pass. */
  admitted: boolean
  /** The releases that this visitor may name. */
  reach: (name: string, version: string) => Reach
}

export interface VisitorOptions {
  publicOrigin: string
  previews: Previews | undefined
  trust: Trust
  /** The value of the cookie in which a browser keeps its passes, as `withPass` makes it. */
  readPassCookie: (cookieHeader: string | undefined, origin: string) => string | undefined
  now?: () => number
}

/**
 * Returns a function that reads a request's host (X-Forwarded-Host, which the edge sets, else Host) and passes (cookie,
 * header `x-mall-pass`). Every host but the preview host counts as the shoppers'.
 */
export function visitorReader(options: VisitorOptions) {
  const { publicOrigin, previews, trust, readPassCookie, now = Date.now } = options
  return (headers: IncomingHttpHeaders): Visitor => {
    const hostname = previews && new URL(previews.origin).hostname
    if (!previews || !hostname || hostOf(headers) !== hostname)
      return { origin: publicOrigin, isPreview: false, admitted: true, reach: () => 'promoted' }
    const { origin, open } = previews
    if (open) return { origin, isPreview: true, admitted: true, reach: () => 'published' }
    const { [passHeader]: byHeader } = headers
    const passes = [
      ...passesIn(readPassCookie(headers.cookie, origin)),
      ...(byHeader ? [String(byHeader)] : []),
    ]
    const shown = passes.slice(-mostPasses).flatMap((pass) => releasesOfPass(trust, hostname, pass, now()))
    const releases = new Set(shown)
    return {
      origin,
      isPreview: true,
      admitted: releases.size > 0,
      reach: (name, version) => (releases.has(versionKey(name, version)) ? 'published' : 'promoted'),
    }
  }
}

/** Returns the cookie value with a pass added to those that it held before. */
export function withPass(kept: string | undefined, pass: string): string {
  return [...new Set([...passesIn(kept), pass.replaceAll(/[^\w-]/g, '')])].slice(-mostPasses).join(separator)
}

function passesIn(cookie: string | undefined): string[] {
  return cookie?.split(separator).filter(Boolean) ?? []
}

function hostOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-forwarded-host'] ?? headers.host
  return typeof given === 'string' ? given.replace(/:\d+$/, '').toLowerCase() : ''
}

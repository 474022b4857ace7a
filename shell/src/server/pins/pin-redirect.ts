import { readCookie } from '@mallhive/contracts/cookies'
import { ownPath } from '@mallhive/mfe-kit/own-path'
import { passQuery } from '@mallhive/release-runtime/preview/visitor'
import type { Visitor } from '@mallhive/release-runtime/preview/visitor'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { askedPins, pinQuery, queryOf } from './asked-pins.ts'
import { passCookie } from './pass-cookie.ts'
import { pinsCookie } from './pins-cookie.ts'

/**
 * Handles `?mall-pin=…`: stores the pins and the pass of a preview link in cookies and redirects to the same page without the
 * parameters, so that a reload does not restore removed pins. Returns false when there is nothing to store; the page then
 * shows the refusal.
 */
export function keepPins(req: IncomingMessage, res: ServerResponse, visitor: Visitor): boolean {
  const url = new URL(req.url ?? '/', 'http://shell.invalid')
  if (queryOf(url) === undefined) return false
  const kept = readCookie(req.headers.cookie, 'mall_pin', visitor.origin)
  const { pins, malformed, byHeader } = askedPins(req.headers, kept, url)
  if (malformed !== undefined || byHeader) return false
  const pass = url.searchParams.get(passQuery)
  url.searchParams.delete(pinQuery)
  url.searchParams.delete(passQuery)
  res.statusCode = 303
  res.setHeader('location', ownPath(url.pathname + url.search) ?? '/')
  const cookies = [pinsCookie(pins, visitor.origin)]
  if (visitor.isPreview && pass) cookies.push(passCookie(req.headers.cookie, pass, visitor.origin))
  res.setHeader('set-cookie', cookies)
  res.setHeader('cache-control', 'no-store')
  res.end()
  return true
}

import { readCookie } from '@mallhive/contracts/cookies'
import { ownPath } from '@mallhive/mfe-kit/own-path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { askedPins, pinQuery, queryOf } from './asked-pins.ts'
import { pinsCookie } from './pins-cookie.ts'

/**
 * Answers `?mall-pin=…`: keeps the pins in a cookie and redirects to the same page without it, so that links and reloads
 * don't pin anew what was removed. Returns false when there is nothing to keep, and the page itself says what is wrong.
 */
export function keepPins(req: IncomingMessage, res: ServerResponse, publicOrigin: string): boolean {
  const url = new URL(req.url ?? '/', 'http://shell.invalid')
  if (queryOf(url) === undefined || req.headers['rsc'] !== undefined) return false
  const kept = readCookie(req.headers.cookie, 'mall_pin', publicOrigin)
  const { pins, malformed, byHeader } = askedPins(req.headers, kept, url)
  if (malformed !== undefined || byHeader) return false
  url.searchParams.delete(pinQuery)
  res.statusCode = 303
  res.setHeader('location', ownPath(url.pathname + url.search) ?? '/')
  res.setHeader('set-cookie', pinsCookie(pins, publicOrigin))
  res.setHeader('cache-control', 'no-store')
  res.end()
  return true
}

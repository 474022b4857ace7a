import { createHmac, timingSafeEqual } from 'node:crypto'
import { mallCookie, readCookie } from '@mallhive/contracts/cookies'
import type { Config } from './config.ts'

/** A guest session ends so long after its start; the same holds for an account's (`auth.ts`). */
export const guestSessionSeconds = 60 * 24 * 3600

type Signing = Pick<Config, 'AUTH_SECRET' | 'PUBLIC_ORIGIN'>

/** Returns the Set-Cookie header of a guest's session. @param id a UUIDv7, which contains the session's start */
export function guestCookie(id: string, config: Signing): string {
  const { PUBLIC_ORIGIN: publicOrigin } = config
  const value = `guest.${id}.${sign(id, config.AUTH_SECRET[0])}`
  return mallCookie('mall_session', value, { publicOrigin, maxAgeSeconds: guestSessionSeconds })
}

/**
 * Returns the guest's id of a session cookie that this mall has signed and that is not older than 60 days. Whether the guest
 * has signed out is not in the cookie (`ended_guests`).
 */
export function guestOf(cookieHeader: string, config: Signing): string | undefined {
  const value = readCookie(cookieHeader, 'mall_session', config.PUBLIC_ORIGIN)
  const [, id = '', signature = ''] = /^guest\.([\da-f-]{36})\.([\w-]{43})$/.exec(value ?? '') ?? []
  const signs = (secret: string) => timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id, secret)))
  if (!signature || !config.AUTH_SECRET.some(signs)) return undefined
  return startedAtMs(id) + guestSessionSeconds * 1000 > Date.now() ? id : undefined
}

/** Returns the time in a UUIDv7: its first 48 bits are milliseconds (RFC 9562, 5.7). */
const startedAtMs = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

const sign = (id: string, secret: string): string =>
  createHmac('sha256', secret).update(`guest session ${id}`).digest('base64url')

import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { emailKey } from '@mallhive/contracts/contact'
import { mallCookie, readCookie } from '@mallhive/contracts/cookies'
import type { Config } from './config.ts'

const yearSeconds = 365 * 24 * 3600

type Signing = Pick<Config, 'AUTH_SECRET' | 'PUBLIC_ORIGIN'>

/** Returns the id of a browser that has signed in to this account before, by its signed cookie. */
export function knownDevice(cookieHeader: string, email: string, config: Signing): string | undefined {
  const value = readCookie(cookieHeader, 'mall_device', config.PUBLIC_ORIGIN)
  const [, id = '', signature = ''] = /^([\da-f-]{36})\.([\w-]{43})$/.exec(value ?? '') ?? []
  const signs = (secret: string) =>
    timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id, email, secret)))
  return signature && config.AUTH_SECRET.some(signs) ? id : undefined
}

/** Returns the Set-Cookie header that marks a browser as known to this account only. */
export function deviceCookie(email: string, config: Signing, id: string = randomUUID()): string {
  const { PUBLIC_ORIGIN: publicOrigin } = config
  const value = `${id}.${sign(id, email, config.AUTH_SECRET[0])}`
  return mallCookie('mall_device', value, { publicOrigin, maxAgeSeconds: yearSeconds })
}

function sign(id: string, email: string, secret: string): string {
  const signed = `known device ${id} of ${emailKey(email)}`
  return createHmac('sha256', secret).update(signed).digest('base64url')
}

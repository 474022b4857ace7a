import { mallCookie, readCookie } from '@mallhive/contracts/cookies'
import { withPass } from '@mallhive/release-runtime/preview/visitor'

/** Returns the Set-Cookie header that adds a pass to those of the browser; a session cookie. */
export function passCookie(cookieHeader: string | undefined, pass: string, publicOrigin: string): string {
  const kept = readCookie(cookieHeader, 'mall_pass', publicOrigin)
  return mallCookie('mall_pass', withPass(kept, pass), { publicOrigin })
}

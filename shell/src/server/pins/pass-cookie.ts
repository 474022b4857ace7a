import { mallCookie, readCookie } from '@mallhive/contracts/cookies'
import { withPass } from '@mallhive/release-runtime/preview/visitor'

/** The Set-Cookie header that keeps a pass beside those that the browser has; it ends with the browser's session. */
export function passCookie(cookieHeader: string | undefined, pass: string, publicOrigin: string): string {
  const kept = readCookie(cookieHeader, 'mall_pass', publicOrigin)
  return mallCookie('mall_pass', withPass(kept, pass), { publicOrigin })
}

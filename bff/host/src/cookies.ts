import { parseCookie, parseSetCookie, stringifyCookie } from 'cookie'

const asSent = (value: string) => value

/** Returns the Cookie header that a browser would send next, after these Set-Cookie values. */
export function withCookies(header: string, setCookies: string[]): string {
  const cookies = parseCookie(header, { decode: asSent })
  for (const setCookie of setCookies) {
    const { name, value, maxAge } = parseSetCookie(setCookie, { decode: asSent })
    cookies[name] = maxAge === 0 || !value ? undefined : value
  }
  return stringifyCookie(cookies, { encode: asSent })
}

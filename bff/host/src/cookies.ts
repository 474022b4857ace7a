/** Cookies by name, the first of each; a malformed header yields what can be read of it. */
export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim())
  }
  return cookies
}

/** The Cookie header that a browser would send next, after these Set-Cookie values. */
export function withCookies(header: string, setCookies: string[]): string {
  const cookies = parseCookies(header)
  for (const value of setCookies) {
    const [pair = '', ...attributes] = value.split(';')
    const [name, content] = [...parseCookies(pair)][0] ?? []
    if (name === undefined) continue
    const gone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))
    if (gone || !content) cookies.delete(name)
    else cookies.set(name, content)
  }
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

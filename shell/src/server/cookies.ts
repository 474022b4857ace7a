/** Cookies by name. A malformed header yields what can be read of it. */
export function parseCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {}
  for (const pair of header?.split(';') ?? []) {
    const [name = '', ...value] = pair.split('=')
    if (name.trim()) cookies[name.trim()] = value.join('=').trim()
  }
  return cookies
}

const year = 365 * 24 * 3600

export function preferenceCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${value ? year : 0}; SameSite=Lax`
}

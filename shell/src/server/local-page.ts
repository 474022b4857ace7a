import { defaultLocale, isLocale, localPath, splitLocale } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import { ownPath } from '@mallhive/mfe-kit/own-path'

/**
 * Returns the locale of a requested address and the page's address without it. A locale that is not live is no locale: its
 * address is the one of a page that does not exist.
 */
export function localPage(address: URL, live: readonly Locale[]): { lang: Locale; url: URL } {
  const { locale, path } = splitLocale(address.pathname)
  if (locale === defaultLocale || !live.includes(locale)) return { lang: defaultLocale, url: address }
  const url = new URL(address)
  url.pathname = path
  return { lang: locale, url }
}

/**
 * Returns the one path of a page whose address names its locale in another way: `/DE/cart` → `/de/cart`, `/en/cart` → `/cart`.
 * Undefined for every other path, also when the rest would be another site's or names a locale again.
 */
export function canonicalPath(pathname: string, live: readonly Locale[]): string | undefined {
  const [, segment = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(pathname) ?? []
  const locale = segment.toLowerCase()
  if (!isLocale(locale) || !live.includes(locale) || (locale === segment && locale !== defaultLocale))
    return undefined
  const path = ownPath(rest || '/')
  if (path === undefined || splitLocale(path).path !== path) return undefined
  return localPath(locale, path)
}

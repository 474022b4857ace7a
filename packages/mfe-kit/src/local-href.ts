import { defaultLocale, localPath } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import { isReserved } from './reserved-segments.ts'

/**
 * Returns the address of a page of the mall in a locale: `/cart` → `/de/cart`. Returns every other address as it is: of files,
 * of the API, of another origin, fragments, and one that has a locale already.
 */
export function localHref(lang: Locale, href: string): string {
  if (lang === defaultLocale || !/^\/(?!\/)/.test(href)) return href
  const [path = ''] = href.split(/[?#]/)
  return isReserved(path.split('/')[1]) || /\.\w+$/.test(path) ? href : localPath(lang, href)
}

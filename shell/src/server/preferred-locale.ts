import type { IncomingMessage } from 'node:http'
import { readCookie } from '@mallhive/contracts/cookies'
import { defaultLocale, isLocale, localeEntry } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import { viewType } from '../document/view.ts'
import { lookUpLocale } from './look-up-locale.ts'
import type { RequestScope } from './request-scope.ts'
import { shellProcess } from './shell-process.ts'

/**
 * Returns the locale to which a visitor who enters the mall by an address without a locale is redirected: the one that was
 * chosen by the switcher, else the live one that Accept-Language prefers. Undefined when it is the default, inside of the
 * mall, and for crawlers, which must find all locales at their own addresses.
 */
export function preferredLocale(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { lang, origin }: Pick<RequestScope, 'lang' | 'origin'>,
  live: readonly Locale[] = shellProcess().config.LOCALES,
): Locale | undefined {
  const { 'user-agent': agent = '', 'sec-fetch-site': from, accept = '' } = headers
  if (live.length < 2 || lang !== defaultLocale || crawlers.test(agent)) return undefined
  // A link or form of the mall keeps the locale by itself.
  if (from === 'same-origin' || headers.referer?.startsWith(`${origin}/`) || accept.startsWith(viewType))
    return undefined
  const chosen = readCookie(headers.cookie, 'mall_locale', origin)
  const spoken = live.filter((locale) => !localeEntry(locale).pseudo)
  const preferred = chosen ?? lookUpLocale(headers['accept-language'] ?? '', spoken)
  return preferred !== undefined &&
    isLocale(preferred) &&
    live.includes(preferred) &&
    preferred !== defaultLocale
    ? preferred
    : undefined
}

const crawlers = /bot|crawl|spider|slurp|preview|facebookexternalhit|lighthouse/i

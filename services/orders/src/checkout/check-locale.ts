import { domainError } from '../reasons.ts'

/** Refuses what is neither empty nor well-formed by BCP 47. @throws DomainError BAD_LOCALE */
export function checkLocale(locale: string): void {
  if (locale && !isTag(locale)) throw domainError('BAD_LOCALE', 'a locale is a BCP 47 tag')
}

/** No longer than a language with script, region and one extension. */
function isTag(locale: string): boolean {
  try {
    return locale.length <= 35 && Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}

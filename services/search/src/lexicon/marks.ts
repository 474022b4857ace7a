import { defaultLocale, type Locale } from '@mallhive/contracts/locales'

/**
 * Returns what the terms of a language begin with, so that those of texts without a translation are others: `Kissen` is no kiss.
 * Terms of the default language have none.
 */
export const markOf = (locale: Locale): string => (locale === defaultLocale ? '' : `${locale}.`)

/** Returns a term without the mark of its language. */
export const bareOf = (term: string): string => term.replace(/^[a-z-]+\.(?=\p{L})/u, '')

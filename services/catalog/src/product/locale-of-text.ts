import { defaultLocale, type Locale } from '@mallhive/contracts/locales'

/**
 * Returns the language of a text that has no translation: the default one, in which shops write. Empty for a text without words,
 * such as a size, which is read in the page's language.
 */
export const localeOfText = (text: string): Locale | '' => (/\p{Ll}{3}/u.test(text) ? defaultLocale : '')

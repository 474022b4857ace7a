import { defaultLocale, type Locale } from '@mallhive/contracts/locales'

/** Returns the language of a text that has no translation; empty for one without words, such as a size. */
export const localeOfText = (text: string): Locale | '' => (/\p{Ll}{3}/u.test(text) ? defaultLocale : '')

import { fileURLToPath } from 'node:url'
import { defaultLocale, formatLocale } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import { defaultCurrency } from '@mallhive/contracts/currencies'
import { textOf } from '@mallhive/mfe-kit/bff/message-reference'
import { messagesOf } from '@mallhive/mfe-kit/bff/messages'
import { compileCatalog, localesIn } from '@mallhive/mfe-kit/messages/catalogs'
import type { Messages } from '../messages/messages.d.ts'

/** References to the host's own messages: errors carry them, and answers have their text. */
export const { msg } = messagesOf<Messages>()

const root = fileURLToPath(new URL('..', import.meta.url))
const catalogs = Object.fromEntries(localesIn(root).map((locale) => [locale, compileCatalog(root, locale)]))

/** Returns the text of a message of the host in a language. Every other text stays as it is. */
export const hostText = (text: string, lang: Locale): string =>
  textOf({
    catalog: catalogs[lang] ?? catalogs[defaultLocale],
    locale: formatLocale(lang, defaultCurrency),
  })(text)

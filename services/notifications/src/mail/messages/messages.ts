import { en } from './en.ts'

export type Messages = typeof en

const catalogues: Record<string, Messages> = { en }

/** Returns a valid locale with a catalogue, and the catalogue: English where the locale is unknown, malformed or empty. */
export function messagesFor(locale: string): { locale: string; messages: Messages } {
  const language = /^[a-z]{2,3}(?=-|$)/.exec(locale)?.[0] ?? ''
  const messages = catalogues[language]
  return messages && isLocale(locale) ? { locale, messages } : { locale: 'en-GB', messages: en }
}

function isLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}

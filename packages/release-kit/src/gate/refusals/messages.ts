import { liveLocales } from '@mallhive/mfe-kit/messages/catalogs'
import type { Check } from '../refusal.ts'

/** All messages must exist in every live locale, with the placeholders of the default locale's. */
export const messages: Check = {
  name: 'messages',
  async run({ descriptor }, mall) {
    // A release without messages has its texts in its code, and is in no other locale anyway.
    const { messages: catalogs } = descriptor
    if (!catalogs) return []
    const live: readonly string[] = mall.shell?.locales ?? liveLocales
    return [...new Set([...live, ...Object.keys(catalogs)])].flatMap((locale) => {
      const at = `messages/${locale}.json`
      const catalog = catalogs[locale]
      const missing = catalog ? catalog.missing : undefined
      const lacks =
        live.includes(locale) && missing?.length !== 0
          ? [
              {
                at,
                problem: missing
                  ? `${missing.length} messages are not translated, and the locale is live: ${some(missing)}`
                  : 'there is no such file, and the locale is live',
                fix: 'Translate them.',
              },
            ]
          : []
      const changed = Object.entries(catalog?.differing ?? {}).map(([key, difference]) => ({
        at,
        problem: `"${key}" does not say the same as the original: ${difference}`,
        fix: 'Use the placeholders of the original, or delete the message.',
      }))
      return [...lacks, ...changed]
    })
  },
}

const shown = 5

const some = (keys: string[]): string =>
  keys.slice(0, shown).join(', ') + (keys.length > shown ? `, and ${keys.length - shown} more` : '')

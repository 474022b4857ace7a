import { gapsOf, localesIn } from '@mallhive/mfe-kit/messages/catalogs'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'

/**
 * Returns what the catalogues of a micro frontend and of its BFF lack, by locale; undefined when neither has any. A locale that
 * one of them does not have lacks all of its messages.
 */
export function gapsByLocale(folders: string[]): Descriptor['messages'] {
  const translated = [...new Set(folders)].filter((folder) => localesIn(folder).length > 0)
  if (translated.length === 0) return undefined
  const locales = new Set(translated.flatMap(localesIn))
  return Object.fromEntries(
    [...locales].map((locale) => {
      const gaps = translated.map((folder) => gapsOf(folder, locale))
      return [
        locale,
        {
          missing: gaps.flatMap(({ missing }) => missing),
          differing: Object.assign({}, ...gaps.map(({ differing }) => differing)),
        },
      ]
    }),
  )
}

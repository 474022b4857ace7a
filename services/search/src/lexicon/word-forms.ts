import { withoutMarks } from './analysis.ts'
import type { LoadedLanguage } from './load-language.ts'

/** Whether a dictionary has a word, in any form. */
export const isInDictionary = ({ analysis, dictionary }: LoadedLanguage, word: string): boolean =>
  basesOf(analysis.fold(word), analysis.language.endings).some((base) => dictionary.has(base))

/** Whether a dictionary has a word as a noun, in any form. */
export const isNounIn = ({ analysis, nouns }: LoadedLanguage, word: string): boolean =>
  basesOf(analysis.fold(word), analysis.language.nounEndings).some((base) => nouns.has(base))

/** Whether a dictionary has a word as it is, or its plural in s. */
export const isHeadword = ({ analysis, dictionary }: LoadedLanguage, word: string): boolean =>
  basesOf(analysis.fold(word), ['s']).some((base) => dictionary.has(base))

/** Returns the forms of a word that a list of names may have. */
export const namesOf = (word: string, loaded: LoadedLanguage[]): string[] => [
  ...new Set(
    loaded.flatMap(({ analysis }) =>
      [withoutMarks(word), analysis.fold(word)].flatMap((form) => basesOf(form, nameEndings)),
    ),
  ),
]

const nameEndings = ['s', 'en', 'n', 'e', 'es', 'er']

const basesOf = (word: string, endings: string[]): string[] => [
  word,
  ...endings.flatMap((ending) => {
    if (!word.endsWith(ending) || word.length < ending.length + 3) return []
    const base = word.slice(0, -ending.length)
    return ending.startsWith('e') ? [base, `${base}e`] : [base]
  }),
]

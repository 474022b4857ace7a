import type { Locale } from '@mallhive/contracts/locales'
import { newStemmer } from 'snowball-stemmers'
import type { Analyzer } from '../index/analyzer.ts'
import { type Language, wordsOf } from './language.ts'
import { titleHead } from './title-head.ts'
import { languageOf } from './languages.ts'
import { markOf } from './marks.ts'
import { longest, tokens } from './tokens.ts'

/** How texts of a language become terms. Index and queries have the same, so that both engines compare the same terms. */
export interface Analysis extends Analyzer {
  stem: (word: string) => string
  language: Language
  /** Returns a word in one spelling: without diacritics, `ue` as `u` in German. */
  fold: (word: string) => string
  /** Returns the stems of a text, in its order. */
  terms: (text: string) => string[]
}

// The stemmer takes some 30 µs a word, and texts repeat theirs.
const remembered = 50_000
const opened = new Map<Language, Analysis>()

export function analysisOf(locale: Locale): Analysis {
  const language = languageOf(locale)
  const known = opened.get(language) ?? open(language)
  opened.set(language, known)
  return known
}

function open(language: Language): Analysis {
  const stemmer = newStemmer(language.stemmer)
  const stems = new Map<string, string>()
  const fold = (word: string) => withoutMarks(language.fold?.(word) ?? word).slice(0, longest)
  const irregular = new Map(
    Object.entries(language.irregular).map(([form, singular]) => [fold(form), fold(singular)]),
  )
  const mark = markOf(language.locale)
  const marked = (stem: string) => (/\p{L}/u.test(stem) ? `${mark}${stem}`.slice(0, longest) : stem)
  const remember = (word: string) => {
    if (stems.size >= remembered) stems.clear()
    const folded = fold(word)
    const singular = irregular.get(folded) ?? folded
    const ending = Object.keys(language.stems ?? {}).find((each) => singular.endsWith(each))
    const found = ending
      ? `${singular.slice(0, -ending.length)}${language.stems?.[ending]}`
      : /^\p{L}+$/u.test(singular)
        ? stemmer.stem(singular)
        : singular
    // Of a word that is only stretched nothing is left.
    const stem = marked(found || word)
    stems.set(word, stem)
    return stem
  }
  const stemOf = (word: string) => stems.get(word) ?? remember(word)
  const stop = new Set(wordsOf(language.stop))
  return {
    language,
    fold,
    tokens,
    stem: stemOf,
    terms: (text) => tokens(text).map(stemOf),
    head: titleHead(language.title),
    isStopWord: (word) => stop.has(word),
  }
}

/** Returns a word without diacritics. */
export const withoutMarks = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '')

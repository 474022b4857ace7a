import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import type { Analyzer } from './analyzer.ts'
import type { DocumentTexts, ProductDocument } from './document.ts'

const mostTitleWords = 8
const mostPhraseWords = 3

/** Returns the texts of a document in a language, or the shop's own where it has no translation. */
export function textsOf({ texts }: ProductDocument, locale: Locale): DocumentTexts {
  const found = texts[locale] ?? texts[defaultLocale]
  return found ?? { title: '', categories: [], facts: [], description: '', alt: '' }
}

/** Numbers are left out: there are too many of them, and nobody mistypes or completes them. */
export const wordsOf = (texts: string[], analyzer: Analyzer): Set<string> =>
  new Set(
    texts.flatMap((text) => analyzer.tokens(text)).filter((word) => !isNumber(word) && word.length <= 100),
  )

/** Returns phrases of up to three words of a title with their spelling. */
export function phrasesOf({ title }: DocumentTexts, analyzer: Analyzer): Map<string, string> {
  const spelt = (title.match(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu) ?? []).slice(
    0,
    mostTitleWords,
  )
  const words = spelt.map((label) => ({
    label: label.toLowerCase(),
    phrase: analyzer.tokens(label).map(analyzer.fold).join(' '),
  }))
  const isEnd = ({ phrase }: { phrase: string }) =>
    phrase !== '' && !isNumber(phrase) && !analyzer.isStopWord(phrase)
  const phrases = new Map<string, string>()
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + mostPhraseWords); to++) {
      const part = words.slice(from, to)
      if (isEnd(part[0]!) && isEnd(part.at(-1)!))
        phrases.set(part.map(({ phrase }) => phrase).join(' '), part.map(({ label }) => label).join(' '))
    }
  return phrases
}

const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word)

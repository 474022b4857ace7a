import { createHash } from 'node:crypto'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { type Analyzer, type Analyzers, analyzerOf } from './analyzer.ts'
import type { DocumentTexts, ProductDocument } from './document.ts'

/** Returns the texts of a document in a language, or the shop's own where it has no translation, and how to analyse them. */
export function textsOf({ texts }: ProductDocument, locale: Locale, analyzers: Analyzers) {
  const own = texts[locale]
  return {
    texts: own ?? texts[defaultLocale] ?? noTexts,
    analyzer: analyzerOf(analyzers, locale, own !== undefined),
  }
}

const noTexts: DocumentTexts = { title: '', categories: [], facts: [], description: '', alt: '' }

/** Returns a number that is the same for titles of the same words. */
export function titleKey(title: string, analyzer: Analyzer): number {
  return createHash('sha1').update(analyzer.tokens(title).join(' ')).digest().readUIntBE(0, 6)
}

const mostTitleWords = 8
const mostPhraseWords = 3

export const wordsOf = (texts: string[], analyzer: Analyzer): Set<string> =>
  new Set(texts.flatMap((text) => analyzer.tokens(text)).filter(isCounted))

/** Numbers are left out: there are too many of them, and they are neither mistyped nor completed. */
export const isCounted = (word: string): boolean => !isNumber(word) && word.length <= 100

/** Returns phrases of up to three words of a title with their spelling. */
export function phrasesOf({ title }: DocumentTexts, analyzer: Analyzer): Map<string, string> {
  const spelt = (title.match(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu) ?? []).slice(
    0,
    mostTitleWords,
  )
  const words = spelt.map((label) => ({
    label: label.toLowerCase(),
    phrase: analyzer.tokens(label).join(' '),
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

const isNumber = (word: string): boolean => /^[\p{N}.]+$/u.test(word)

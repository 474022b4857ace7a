import { setImmediate } from 'node:timers/promises'
import type { Locale } from '@mallhive/contracts/locales'
import { withoutMarks } from './analysis.ts'
import { compoundsIn } from './compounds.ts'
import { wordsOf } from './language.ts'
import { languagesOf } from './languages.ts'
import type { Lexicon } from './lexicon.ts'
import { loadLanguage, type LoadedLanguage } from './load-language.ts'
import { loadNames } from './names.ts'
import { shopNames } from './shop-names.ts'
import { spellingOf } from './spelling.ts'
import type { Vocabulary } from '../index/port.ts'
import { orderWords } from './word-order.ts'

// Words that are stemmed before others are answered: some 3 ms.
const atOnce = 100

/** Returns the lexicon of a locale's pages, for the words that their products have. */
export async function openLexicon(locale: Locale, vocabulary: Vocabulary): Promise<Lexicon> {
  const languages = languagesOf(locale)
  const loaded = await Promise.all(languages.map((language) => loadLanguage(language.locale)))
  const names = await loadNames()
  const own = loaded[0]!
  const { fold } = own.analysis
  const terms = (word: string) => [...new Set(loaded.map(({ analysis }) => analysis.stem(word)))]
  const known = await countTerms(vocabulary, terms)

  const stop = new Set(languages.flatMap((language) => wordsOf(language.stop)))
  const isStop = (word: string) => stop.has(word)
  const isKnown = (term: string) => known.has(term)
  const isStrong = (term: string) => (known.get(term) ?? 0) > 0
  const isWord = (word: string) => loaded.some((language) => isInDictionary(language, word))
  const strongWords = [...vocabulary.words].filter(([, { strong }]) => strong > 0)
  const byCount = (a: string, b: string) =>
    (vocabulary.words.get(b)?.strong ?? 0) - (vocabulary.words.get(a)?.strong ?? 0)
  const foreignNames = languages
    .slice(1)
    .flatMap((language) =>
      [...names.of(locale)]
        .filter((word) =>
          names
            .translate(word, language.locale)
            .some((each) => each.words.every((one) => terms(one).some(isStrong))),
        )
        .map((word) => [word, { strong: 0, documents: 0 }] as const),
    )
  const order = orderWords(strongWords.map(([word]) => word))
  const spelling = spellingOf(
    [...strongWords, ...foreignNames].map(([word, counts]) => ({ word, folded: fold(word), ...counts })),
  )
  const isMeant = (word: string) => terms(word).some(isStrong) || isWord(word)
  const compounds = compoundsIn(own.analysis, [...known], isMeant)

  return {
    locale,
    languages,
    vocabulary,
    terms,
    stemmers: loaded.map(({ analysis }) => analysis.stem),
    term: (word) => terms(word).find(isKnown) ?? own.analysis.stem(word),
    isStrong,
    isKnown,
    isWord,
    synonyms: (row) =>
      loaded.flatMap(({ analysis, synonyms }) => [...synonyms.of(row.map((word) => analysis.stem(word)))]),
    translations: (word) => {
      const bare = formsOf(word, loaded)
      return languages.flatMap((language) => {
        const found = bare.map((form) => names.translate(form, language.locale))
        return (found.find((each) => each.length > 0) ?? []).filter(
          ({ words: named }) => !named.every(isStop),
        )
      })
    },
    beginningWith: (prefix, most) => order.beginningWith(prefix).toSorted(byCount).slice(0, most),
    compoundsOf: compounds.endingWith,
    split: compounds.split,
    closest: (word, max) => spelling.closest(fold(word), max),
    shopsNamed: shopNames(vocabulary.shops, languages),
  }
}

/** Counts the products that have each stem in a strong place. */
async function countTerms(
  { words }: Vocabulary,
  terms: (word: string) => string[],
): Promise<Map<string, number>> {
  const known = new Map<string, number>()
  let read = 0
  for (const [word, { strong }] of words) {
    if (++read % atOnce === 0) await setImmediate()
    for (const term of terms(word)) known.set(term, (known.get(term) ?? 0) + strong)
  }
  return known
}

const isInDictionary = ({ analysis, dictionary }: LoadedLanguage, word: string): boolean =>
  basesOf(analysis.fold(word), analysis.language.endings).some((base) => dictionary.has(base))

/** Returns the forms of a word that a list of names may have. */
const formsOf = (word: string, loaded: LoadedLanguage[]): string[] => [
  ...new Set(
    loaded.flatMap(({ analysis }) =>
      [withoutMarks(word), analysis.fold(word)].flatMap((form) => basesOf(form, nameEndings)),
    ),
  ),
]

const nameEndings = ['s', 'en', 'n', 'e', 'es', 'er']

const basesOf = (word: string, endings: string[]): string[] => [
  word,
  ...endings.flatMap((ending) =>
    word.endsWith(ending) && word.length >= ending.length + 3 ? word.slice(0, -ending.length) : [],
  ),
]

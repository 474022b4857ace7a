import { isDeepStrictEqual } from 'node:util'
import type { Locale } from '@mallhive/contracts/locales'
import { categoryNames } from './category-names.ts'
import { compoundsIn } from './compounds.ts'
import { wordsOf } from './language.ts'
import { inTurns } from './in-turns.ts'
import { languagesOf } from './languages.ts'
import type { Lexicon } from './lexicon.ts'
import { loadLanguage } from './load-language.ts'
import { loadNames } from './names.ts'
import { remembering } from './remembering.ts'
import { shopNames } from './shop-names.ts'
import { spellingOf } from './spelling.ts'
import type { Vocabulary } from '../index/port.ts'
import { isHeadword, isInDictionary, isNounIn, namesOf } from './word-forms.ts'
import { orderWords } from './word-order.ts'

const shortestMistyped = 4

/** Reads the files of a locale's languages, once. */
export async function loadLexicon(locale: Locale) {
  const loaded = await Promise.all(languagesOf(locale).map((language) => loadLanguage(language.locale)))
  return { loaded, names: await loadNames() }
}

/** Returns the lexicon of a locale's pages, for the words that their products have. */
export async function openLexicon(locale: Locale, vocabulary: Vocabulary): Promise<Lexicon> {
  const languages = languagesOf(locale)
  const { loaded, names } = await loadLexicon(locale)
  const own = loaded[0]!
  const { fold } = own.analysis
  const stems = (word: string) => [...new Set(loaded.map(({ analysis }) => analysis.stem(word)))]
  const known = await countTerms(vocabulary, stems)
  const heads = new Set(
    [...vocabulary.words].flatMap(([word, counts]) => (counts.heads > 0 ? stems(word) : [])),
  )
  // A word of this language that no other has is not one of theirs by its stem: `Decke` is no deck.
  const terms = remembering((word) => {
    const speaking = loaded.filter((language) => isInDictionary(language, word))
    const [first] = speaking
    return speaking.length === 1 && first === own ? [own.analysis.stem(word)] : stems(word)
  })

  const stop = new Set(languages.flatMap((language) => wordsOf(language.stop)))
  const vague = loaded.map(({ analysis }) => new Set(wordsOf(analysis.language.vague).map(analysis.stem)))
  const isStopWord = (word: string) => stop.has(word)
  const isKnown = (term: string) => known.has(term)
  const isStrong = (term: string) => (known.get(term) ?? 0) > 0
  const hasSynonyms = (word: string) => own.synonyms.of([own.analysis.stem(word)]).length > 0
  const isWord = (word: string) =>
    hasSynonyms(word) || loaded.some((language) => isInDictionary(language, word)) || names.has(fold(word))
  const isSold = (word: string) =>
    terms(word).some(isStrong) ||
    own.synonyms
      .of([own.analysis.stem(word)])
      .some((words) => words.every((each) => terms(each).some(isStrong)))
  const strongWords = [...vocabulary.words].filter(([, { strong }]) => strong > 0)
  const byCount = (a: string, b: string) =>
    (vocabulary.words.get(b)?.strong ?? 0) - (vocabulary.words.get(a)?.strong ?? 0)
  const onlyHere = await namesOnlyHere()
  const candidates = await inTurns([...strongWords, ...onlyHere], ([word, counts]) => ({
    word,
    folded: fold(word),
    ...counts,
  }))
  const order = orderWords(strongWords.map(([word]) => word))
  const namedOrder = orderWords(onlyHere.map(([word]) => word))
  const spelling = spellingOf(candidates)
  const isMeant = (word: string) =>
    terms(word).some(isStrong) ||
    isInDictionary(own, word) ||
    namesOf(word, [own]).some((form) => names.has(form, [locale]))
  const compounds = compoundsIn(own.analysis, [...known], { isMeant, isSold })

  return {
    locale,
    languages,
    vocabulary,
    terms,
    stemmers: loaded.map(({ analysis }) => analysis.stem),
    folds: loaded.map(({ analysis }) => analysis.fold),
    phrase: (words) => {
      const rows = loaded.map(({ analysis }) =>
        words.map((word) => (analysis.isStopWord(word) ? undefined : analysis.stem(word))),
      )
      const told = rows.flatMap((row) => {
        const isStem = (stem: string | undefined) => stem !== undefined
        const [first, last] = [row.findIndex(isStem), row.findLastIndex(isStem)]
        return first < 0 ? [] : [row.slice(first, last + 1)]
      })
      return told.filter((row, at) => told.findIndex((other) => isDeepStrictEqual(row, other)) === at)
    },
    isStrong,
    isHead: (term) => heads.has(term),
    isKnown,
    isWord,
    hasSynonyms,
    isOwn: (word) => isHeadword(own, word) && hasSynonyms(word),
    isStopWord,
    synonyms: (row) => {
      const isOwn = row.every((word) => isInDictionary(own, word))
      const spoken = isOwn ? [own] : loaded
      return spoken.flatMap(({ analysis, synonyms }) => [
        ...synonyms.of(row.map((word) => analysis.stem(word))),
      ])
    },
    needs: (word) => loaded.flatMap(({ analysis, needs }) => [...needs.of([analysis.stem(word)])]),
    numbersAs: (word) => {
      const said = languages.map(({ counts }) => wordsOf(counts))
      const number = /^\d+$/.test(word)
        ? Number(word)
        : Math.max(...said.map((words) => words.indexOf(word))) + 1
      const written = said.flatMap((words) => words[number - 1] ?? [])
      return number > 0 ? [String(number), ...written].filter((each) => each !== word) : []
    },
    translations: (word) => {
      // A pet is a pet on an English page, and no cap as in Dutch.
      const from = loaded.some((each) => isHeadword(each, word))
        ? languages.map((each) => each.locale)
        : undefined
      const bare = namesOf(word, loaded)
      return languages.flatMap((language) => {
        const found = bare.map((form) => names.translate(form, language.locale, from))
        return (found.find((each) => each.length > 0) ?? []).filter(
          ({ words: named }) => !named.every(isStopWord),
        )
      })
    },
    beginningWith: (prefix, most) => order.beginningWith(prefix).toSorted(byCount).slice(0, most),
    synonymsBeginning: (prefix, most) =>
      namedOrder
        .beginningWith(prefix)
        .toSorted((one, other) => one.length - other.length)
        .slice(0, most),
    compoundsOf: compounds.endingWith,
    split: compounds.split,
    closest: (word, max) => {
      for (const form of new Set([fold(word), fold(word).replace(/s$/, '')])) {
        const found = form.length >= shortestMistyped ? spelling.closest(form, max) : undefined
        if (found) return found
      }
      return undefined
    },
    isNoun: (word) => loaded.some((language) => isNounIn(language, word)) || names.has(fold(word)),
    isVague: (word) => loaded.some(({ analysis }, at) => vague[at]!.has(analysis.stem(word))),
    isAdjective: (word) => loaded.some(({ analysis, adjectives }) => adjectives.has(analysis.fold(word))),
    isThing: (word) => hasSynonyms(word) || names.has(fold(word)),
    categoriesNamed: categoryNames(vocabulary.categories, isStopWord),
    shopsNamed: shopNames(vocabulary.shops, languages),
  }

  /** Words of this language that no product has, but by synonyms or a text of another language: they may be mistyped too. */
  async function namesOnlyHere(): Promise<[string, { strong: number; documents: number }][]> {
    const isNamed = (word: string) =>
      languages
        .slice(1)
        .some((language) =>
          names
            .translate(word, language.locale)
            .some((each) => each.words.every((one) => terms(one).some(isStrong))),
        )
    const all = languages.length > 1 ? [...names.of(locale)] : []
    const sold = await inTurns(all, (word) => (isNamed(word) ? word : undefined))
    sold.push(...[...own.synonyms.words].filter((word) => !vocabulary.words.has(word) && isSold(word)))
    return sold.flatMap((word) => (word === undefined ? [] : [[word, { strong: 0, documents: 0 }]]))
  }
}

/** Counts the products that have each stem in a strong place. */
async function countTerms(
  { words }: Vocabulary,
  terms: (word: string) => string[],
): Promise<Map<string, number>> {
  const known = new Map<string, number>()
  await inTurns(words, ([word, { strong }]) => {
    for (const term of terms(word)) known.set(term, (known.get(term) ?? 0) + strong)
  })
  return known
}

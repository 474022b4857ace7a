import type { AttributeDefinition } from '@mallhive/contracts/catalog'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { type Analyzer, analyzerOf } from '../index/analyzer.ts'
import type { Hit, HitTexts } from '../index/port.ts'
import { analyzers } from '../lexicon/analyzers.ts'
import type { StructuredQuery } from '../query/structured-query.ts'
import { cutText } from './cut-text.ts'
import { rangesOf, stemsIn, type TextRange } from './word-ranges.ts'

export type Matches = {
  titleMatches: TextRange[]
  excerpt?: { text: string; matches: TextRange[]; locale: Locale }
}

type Labels = { attributes: readonly Pick<AttributeDefinition, 'name' | 'labels'>[] }

const longestExcerpt = 120

/** Returns by which words of its title a product was found, and another text of it where the title does not show that. */
export function matchesOf(
  { card: { locale }, texts }: Hit,
  query: StructuredQuery,
  catalogue: Labels,
): Matches {
  if (!texts) return { titleMatches: [] }
  const analyzer = analyzerOf(analyzers, locale, true)
  const concepts = [
    ...query.concepts.map(({ alternatives }) => alternatives),
    ...phrases(query, analyzer),
  ].map((ways) => ways.map(({ stems }) => stems))
  const title = stemsIn([texts.title], analyzer)
  // Most titles show all: the other texts are read only where one does not.
  const isShown = concepts.every((ways) => metBy(title, ways).length > 0)
  const product = isShown ? title : stemsIn(allOf(texts), analyzer)
  const wanted = concepts.map((ways) => metBy(product, ways))
  const marked = new Set([...wanted.flat(2), ...preferredStems(query, analyzer)])
  const titleMatches = rangesOf(texts.title, marked, analyzer)
  const unseen = wanted
    .filter((ways) => ways.length > 0 && metBy(title, ways).length === 0)
    .map((ways) => new Set(ways.flat().filter((stem) => !title.has(stem))))
  for (const stems of unseen) {
    const text = firstWith(stems, sourcesOf(texts, locale, catalogue), analyzer)
    if (text) return { titleMatches, excerpt: { text, matches: rangesOf(text, marked, analyzer), locale } }
  }
  return { titleMatches }
}

const phrases = ({ phrases: quoted }: StructuredQuery, analyzer: Analyzer) =>
  quoted.map((rows) =>
    rows.map((row) => ({
      stems: row.filter((stem) => stem !== undefined).filter((stem) => !analyzer.isStopWord(stem)),
    })),
  )

/** Returns the stems of words by which products are preferred, ages excepted. That a product lacks them says nothing. */
const preferredStems = ({ notes }: StructuredQuery, analyzer: Analyzer): string[] =>
  notes
    .flatMap((note) => ('word' in note && !isAge(note) ? analyzer.tokens(note.word) : []))
    .filter((token) => !analyzer.isStopWord(token))
    .map((token) => analyzer.stem(token))

const isAge = ({ kind, word }: { kind: string; word: string }) => kind === 'audience' && /\p{N}/u.test(word)

const allOf = ({ title, categories, facts, description }: HitTexts): string[] => [
  title,
  ...categories,
  ...facts,
  description,
]

/** Returns the ways to meet a concept of which a text has all stems. */
const metBy = (text: ReadonlySet<string>, ways: string[][]): string[][] =>
  ways.filter((stems) => stems.every((stem) => text.has(stem)))

/** Yields the texts of a product that an excerpt may be of, the plainest first. */
function* sourcesOf(
  { categories, facts, factNames, description }: HitTexts,
  locale: Locale,
  { attributes }: Labels,
): Iterable<string> {
  // "Material: Leather" before "Care: Leather balm twice a year".
  for (const [at, fact] of [...facts.entries()].toSorted(([, one], [, other]) => one.length - other.length)) {
    const labels = attributes.find(({ name }) => name === factNames[at])?.labels
    const label = labels?.[locale] ?? labels?.[defaultLocale]
    yield label ? `${label}: ${fact}` : fact
  }
  yield categories.join(' › ')
  yield* sentencesOf(description, locale)
}

const sentencesOf = (text: string, locale: Locale): string[] =>
  [...segmenterOf(locale).segment(text)].map(({ segment }) => segment)

const segmenters = new Map<Locale, Intl.Segmenter>()

/** Opening one takes longer than its work. */
function segmenterOf(locale: Locale): Intl.Segmenter {
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'sentence' })
  segmenters.set(locale, known)
  return known
}

/** Returns the first text that has one of the stems, cut to the length of an excerpt. */
function firstWith(
  stems: ReadonlySet<string>,
  texts: Iterable<string>,
  analyzer: Analyzer,
): string | undefined {
  for (const text of texts) {
    const plain = text.replaceAll(directions, '').replaceAll(/\s+/g, ' ').trim()
    const [first] = rangesOf(plain, stems, analyzer)
    if (first && first.length <= longestExcerpt / 2) return cutText(plain, first, longestExcerpt)
  }
  return undefined
}

/** Marks that set the direction of a text, whose ends a cut would drop. */
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

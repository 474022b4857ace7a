import type { AttributeDefinition } from '@mallhive/contracts/catalog'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { type Analyzer, analyzerOf } from '../index/analyzer.ts'
import type { Hit, HitTexts } from '../index/port.ts'
import { analyzers } from '../lexicon/analyzers.ts'
import type { StructuredQuery } from '../query/structured-query.ts'
import { cutText } from './cut-text.ts'
import { rangesOf, type TextRange } from './word-ranges.ts'

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
  const product = termsOf(texts, analyzer)
  const wanted = [...query.concepts.map(({ alternatives }) => alternatives), ...phrases(query, analyzer)].map(
    (ways) => ways.map(({ stems }) => stems).filter((stems) => stems.every((stem) => product.has(stem))),
  )
  const marked = new Set([...wanted.flat(2), ...preferredStems(query, analyzer)])
  const titleMatches = rangesOf(texts.title, marked, analyzer)
  const title = new Set(analyzer.tokens(texts.title).map((token) => analyzer.stem(token)))
  const unseen = wanted
    .filter((ways) => ways.length > 0 && !ways.some((stems) => stems.every((stem) => title.has(stem))))
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

/** Returns the stems of words by which products are preferred. That a product lacks them says nothing. */
const preferredStems = ({ notes }: StructuredQuery, analyzer: Analyzer): string[] =>
  notes.flatMap((note) =>
    'word' in note ? analyzer.tokens(note.word).map((token) => analyzer.stem(token)) : [],
  )

function termsOf({ title, categories, facts, description }: HitTexts, analyzer: Analyzer): Set<string> {
  const texts = [title, ...categories, ...facts, description]
  return new Set(texts.flatMap((text) => analyzer.tokens(text)).map((token) => analyzer.stem(token)))
}

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
  [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment)

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

import type { Locale } from '@mallhive/contracts/locales'
import type { Types } from '@opensearch-project/opensearch'
import type { Concept, StructuredQuery } from '../../query/structured-query.ts'
import type { Step } from '../cursor.ts'
import { type Rarity, knownOf, mostOf } from '../rarity.ts'
import { stopWord } from './stored-document.ts'

export type Dsl = Types.Common_QueryDsl.QueryContainer

/** Fields of stems, each of which holds those of the one before. */
export type Level = 'head' | 'title' | 'strong' | 'all'
export const stemField = (locale: Locale, level: Level | 'boost' | 'titleKey'): string =>
  `in.${locale}.${level}`

const term = (field: string, value: string): Dsl => ({ term: { [field]: { value } } })
const anyOf = (should: Dsl[]): Dsl => ({ bool: { should, minimum_should_match: 1 } })

/** Returns the condition that a document holds one of these alternatives, all stems of it, at a level. */
export function holds(alternatives: string[][], locale: Locale, level: Level): Dsl {
  const field = stemField(locale, level)
  const single = alternatives.flatMap((stems) => (stems.length === 1 ? stems : []))
  const several = alternatives.filter((stems) => stems.length > 1)
  return anyOf([
    ...(single.length > 0 ? [{ terms: { [field]: single } }] : []),
    ...several.map((stems) => ({ bool: { filter: termsOf(stems, locale, level) } })),
  ])
}

// A compound of several words is the head of a title when its last word is.
const termsOf = (stems: string[], locale: Locale, level: Level): Dsl[] =>
  stems.map((stem, at) =>
    term(stemField(locale, level === 'head' && at < stems.length - 1 ? 'strong' : level), stem),
  )

export const conceptHeld = ({ alternatives }: Concept, locale: Locale, level: Level): Dsl =>
  holds(
    alternatives.map(({ stems }) => stems),
    locale,
    level,
  )

export type Matching = {
  query: StructuredQuery
  rarities: Rarity[]
  step: Step
  locale: Locale
}

/** Returns the conditions for the documents that meet a query's words to the extent of `step`. */
export function meets({ query, rarities, step, locale }: Matching): Dsl[] {
  const { concepts, phrases, excluded } = query
  return [
    ...(concepts.length > 0 && step !== 'gift' ? [meetsConcepts(concepts, rarities, step, locale)] : []),
    ...phrases.map((rows) =>
      anyOf(
        rows.map((row) => ({
          match_phrase: {
            [stemField(locale, 'all')]: { query: row.map((stem) => stem ?? stopWord).join(' ') },
          },
        })),
      ),
    ),
    ...(excluded.length > 0
      ? [{ bool: { must_not: excluded.map((stems) => holds([stems], locale, 'all')) } }]
      : []),
  ]
}

function meetsConcepts(concepts: Concept[], rarities: Rarity[], step: Step, locale: Locale): Dsl {
  const level = step === 'any' ? 'all' : 'strong'
  const held = concepts.map((concept) => conceptHeld(concept, locale, level))
  if (step === 'all') return { bool: { filter: held } }
  const head = concepts.find(({ isHead }) => isHead)
  if (head && concepts.length > 1) return conceptHeld(head, locale, 'strong')
  const known = knownOf(held, rarities)
  return known.length > 0
    ? { bool: { should: known, minimum_should_match: mostOf(known.length) } }
    : { match_none: {} }
}

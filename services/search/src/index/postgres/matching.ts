import { sql, type SQL } from 'drizzle-orm'
import type { Concept } from '../../query/structured-query.ts'
import type { Step } from '../cursor.ts'
import { type Rarity, knownOf, mostOf } from '../rarity.ts'
import type { TermQuery } from './localised.ts'
import { anyOf, phraseOf } from './terms.ts'

/**
 * Returns conditions for the listings that meet a query's words to the extent of `step`. Those of the last step are about
 * listings with their bodies.
 * @param anywhere returns the condition for those that meet a tsquery in any text, which indexes serve
 */
export function meets(
  query: TermQuery,
  rarities: Rarity[],
  step: Step,
  anywhere: (words: string) => SQL,
): SQL[] {
  const { concepts, phrases, excluded } = query
  return [
    ...(concepts.length > 0 && step !== 'gift' ? [meetsConcepts(concepts, rarities, step, anywhere)] : []),
    ...phrases.map((rows) => anywhere(rows.map((row) => `(${phraseOf(row)})`).join('|'))),
    ...excluded.map((stems) => sql`not ${anywhere(anyOf([stems]))}`),
  ]
}

function meetsConcepts(
  concepts: Concept[],
  rarities: Rarity[],
  step: Step,
  anywhere: (words: string) => SQL,
): SQL {
  if (step === 'all') return sql`strong @@ ${allQuery(concepts)}::tsquery`
  const head = concepts.find(({ isHead }) => isHead)
  if (head && concepts.length > 1) return sql`strong @@ ${queryOf(head)}::tsquery`
  const known = knownOf(concepts.map(queryOf), rarities)
  const needed = mostOf(known.length)
  if (step === 'most') return sql`strong @@ ${someOf(known, needed)}::tsquery`
  // Who meets that many meets one of the rarest: these the index finds.
  const rarest = knownOf(
    concepts.map((concept, at) => ({ query: queryOf(concept), ...rarities[at]! })),
    rarities,
  )
    .toSorted((a, b) => b.rarity - a.rarity)
    .slice(0, known.length - needed + 1)
  const met = known.map((query) => sql`(strong @@ ${query}::tsquery or body @@ ${query}::tsquery)::int`)
  const found = anywhere(rarest.map(({ query }) => query).join('|') || anyOf([]))
  return needed > 1 ? sql`(${found} and ${sql.join(met, sql` + `)} >= ${needed})` : found
}

/** Whether a step reads descriptions for a concept: all that it finds by most words have the noun in a strong place. */
export const isDescribed = (concept: Concept, concepts: Concept[], step: Step): boolean =>
  step !== 'all' && (step !== 'most' || concepts.length === 1 || !concept.isHead)

/** Returns the tsquery for all of these. */
export const allQuery = (concepts: Concept[]): string =>
  concepts.map((concept) => `(${queryOf(concept)})`).join('&')

export const queryOf = ({ alternatives }: Concept): string => anyOf(alternatives.map(({ stems }) => stems))

/** Returns the tsquery for at least `needed` of these. */
const someOf = (queries: string[], needed: number): string =>
  subsetsOf(queries, needed)
    .map((set) => `(${set.map((query) => `(${query})`).join('&')})`)
    .join('|') || anyOf([])

function subsetsOf<T>(list: T[], size: number): T[][] {
  if (size === 0) return [[]]
  return list.flatMap((first, at) => subsetsOf(list.slice(at + 1), size - 1).map((rest) => [first, ...rest]))
}

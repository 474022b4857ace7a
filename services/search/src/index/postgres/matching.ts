import { sql, type SQL } from 'drizzle-orm'
import type { Concept } from '../../query/structured-query.ts'
import type { Step } from '../cursor.ts'
import { type Rarity, headOf, mostOf } from '../rarity.ts'
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
    ...(concepts.length > 0 ? [meetsConcepts(concepts, rarities, step, anywhere)] : []),
    ...phrases.map((stems) => anywhere(phraseOf(stems))),
    ...excluded.map((stems) => sql`not ${anywhere(anyOf([stems]))}`),
  ]
}

function meetsConcepts(
  concepts: Concept[],
  rarities: Rarity[],
  step: Step,
  anywhere: (words: string) => SQL,
): SQL {
  const queries = concepts.map(queryOf)
  if (step === 'all') return sql`strong @@ ${allQuery(concepts)}::tsquery`
  const head = headOf(rarities)
  const others = queries.filter((_, at) => at !== head && rarities[at]?.known)
  const needed = mostOf(others.length + 1) - 1
  const noun = queries[head] ?? anyOf([])
  if (step === 'most') return sql`strong @@ ${`(${noun})${someOf(others, needed)}`}::tsquery`
  const met = others.map((query) => sql`(strong @@ ${query}::tsquery or body @@ ${query}::tsquery)::int`)
  const rest = needed > 0 ? sql` and ${sql.join(met, sql` + `)} >= ${needed}` : sql``
  return sql`(${anywhere(noun)}${rest})`
}

/** Returns the tsquery for all of these. */
export const allQuery = (concepts: Concept[]): string =>
  concepts.map((concept) => `(${queryOf(concept)})`).join('&')

export const queryOf = ({ alternatives }: Concept): string => anyOf(alternatives.map(({ stems }) => stems))

/** Returns a tsquery's part for at least `needed` of these, with its `&`. */
function someOf(queries: string[], needed: number): string {
  const sets = subsetsOf(queries, needed)
  return needed === 0 ? '' : `&(${sets.map((set) => set.map((query) => `(${query})`).join('&')).join('|')})`
}

function subsetsOf<T>(list: T[], size: number): T[][] {
  if (size === 0) return [[]]
  return list.flatMap((first, at) => subsetsOf(list.slice(at + 1), size - 1).map((rest) => [first, ...rest]))
}

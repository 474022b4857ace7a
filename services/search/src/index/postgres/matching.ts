import { sql, type SQL } from 'drizzle-orm'
import type { Analyzer } from '../analyzer.ts'
import type { Concept, StructuredQuery } from '../../query/structured-query.ts'
import type { Step } from '../cursor.ts'
import { type Rarity, headOf, mostOf } from '../rarity.ts'
import { anyOf, phraseOf } from './terms.ts'

/** Returns the condition for the listings that meet a query's words to the extent of `step`. */
export function meets(query: StructuredQuery, rarities: Rarity[], step: Step, analyzer: Analyzer): SQL[] {
  const { concepts, phrases, excluded } = query
  return [
    ...(concepts.length > 0 ? [meetsConcepts(concepts, rarities, step)] : []),
    ...phrases.map((stems) => {
      const phrase = phraseOf(stems.map((stem) => (analyzer.isStopWord(stem) ? undefined : stem)))
      return sql`(strong @@ ${phrase}::tsquery or body @@ ${phrase}::tsquery)`
    }),
    ...excluded.map((stems) => {
      const words = anyOf([stems])
      return sql`(not strong @@ ${words}::tsquery and not body @@ ${words}::tsquery)`
    }),
  ]
}

function meetsConcepts(concepts: Concept[], rarities: Rarity[], step: Step): SQL {
  const queries = concepts.map(queryOf)
  if (step === 'all') return sql`strong @@ ${queries.map((query) => `(${query})`).join('&')}::tsquery`
  const head = headOf(rarities)
  const others = queries.filter((_, at) => at !== head && rarities[at]?.known)
  const needed = mostOf(others.length + 1) - 1
  const noun = queries[head] ?? anyOf([])
  if (step === 'most') return sql`strong @@ ${`(${noun})${someOf(others, needed)}`}::tsquery`
  const met = others.map((query) => sql`(strong @@ ${query}::tsquery or body @@ ${query}::tsquery)::int`)
  const rest = needed > 0 ? sql` and ${sql.join(met, sql` + `)} >= ${needed}` : sql``
  return sql`((strong @@ ${noun}::tsquery or body @@ ${noun}::tsquery)${rest})`
}

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

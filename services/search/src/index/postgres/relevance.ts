import { sql, type SQL } from 'drizzle-orm'
import type { Alternative, Concept, StructuredQuery } from '../../query/structured-query.ts'
import type { Step } from '../cursor.ts'
import { queryOf } from './matching.ts'
import { anyOf } from './terms.ts'

/** What a stem counts in the head noun of a title, in a title, in facts and in a description. */
const levels = { head: 4, title: 3, facts: 1.4, description: 0.2 }
/** Greater than any score, smaller than what a JSON number holds exactly. */
const rank = { sku: 8e12, title: 4e12, full: 2e12 }
/** More kinds of alternatives make the statement longer than it is worth. */
const mostWeights = 3

export type Relevance = {
  query: StructuredQuery
  rarities: number[]
  step: Step
  titleKey: number
  skuIds: string[]
  /** Numbers of tags by preference. */
  preferred: Preferred
}

export type Preferred = Record<'colours' | 'near' | 'sizes' | 'materials' | 'audience' | 'gift', number[]> & {
  cheap: boolean
  /** A tsquery for the colour's word. */
  colourWord: string
}

/** Returns an integer expression over `listings l`, so that a cursor holds it exactly. */
export function relevance(
  { query, rarities, step, titleKey, skuIds, preferred }: Relevance,
  price: SQL,
): SQL {
  const { concepts } = query
  const met = concepts.map((concept, at) => sql`${rarities[at] ?? 0}::float8 * ${levelOf(concept, step)}`)
  const words = met.length > 0 ? sql.join(met, sql` + `) : sql`1.0`
  const score = sql`(${words}) * boost${factorsOf(preferred, price)}`
  const ranks = [
    ...(skuIds.length > 0
      ? [sql`case when id = any(${sql.param(skuIds)}::uuid[]) then ${rank.sku}::bigint else 0 end`]
      : []),
    ...(concepts.length > 0
      ? [sql`case when title_key = ${titleKey}::bigint then ${rank.title}::bigint else 0 end`]
      : []),
    ...(step === 'all' || concepts.length < 2
      ? []
      : [sql`case when ${meetsAll(concepts, step)} then ${rank.full}::bigint else 0 end`]),
  ]
  return sql.join([sql`round((${score}) * 1000)::bigint`, ...ranks], sql` + `)
}

const meetsAll = (concepts: Concept[], step: Step): SQL =>
  step === 'most'
    ? sql`strong @@ ${concepts.map((concept) => `(${queryOf(concept)})`).join('&')}::tsquery`
    : sql.join(
        concepts.map(
          (concept) => sql`(strong @@ ${queryOf(concept)}::tsquery or body @@ ${queryOf(concept)}::tsquery)`,
        ),
        sql` and `,
      )

/** Returns what the best alternative of a concept counts. */
function levelOf({ alternatives }: Concept, step: Step): SQL {
  const choices = byWeight(alternatives).map(({ weight, stems }) => {
    const at = (level: number) => sql`${Math.round(weight * level * 1000) / 1000}::float8`
    const inBody = sql` when body @@ ${anyOf(stems)}::tsquery then ${at(levels.description)}`
    return sql`case when strong @@ ${anyOf(stems, 'A')}::tsquery then ${at(levels.head)}
      when strong @@ ${anyOf(stems, 'AB')}::tsquery then ${at(levels.title)}
      when strong @@ ${anyOf(stems)}::tsquery then ${at(levels.facts)}${step === 'all' ? sql`` : inBody} else 0 end`
  })
  return choices.length === 1 ? choices[0]! : sql`greatest(${sql.join(choices, sql`, `)})`
}

/** Groups alternatives of one weight, the lightest ones together. */
function byWeight(alternatives: Alternative[]): { weight: number; stems: string[][] }[] {
  const weights = [...new Set(alternatives.map(({ weight }) => weight))].toSorted((a, b) => b - a)
  return weights.slice(0, mostWeights).map((weight, at) => {
    const isLast = at === mostWeights - 1
    const same = alternatives.filter((each) => (isLast ? each.weight <= weight : each.weight === weight))
    return { weight, stems: same.map(({ stems }) => stems) }
  })
}

function factorsOf(
  { colours, near, sizes, materials, audience, gift, cheap, colourWord }: Preferred,
  price: SQL,
): SQL {
  const has = (tags: number[]) => sql`traits && ${sql.param(tags)}::int[]`
  const factors = [
    ...(colours.length > 0 || colourWord
      ? [
          sql`case when ${has(colours)} or strong @@ ${colourWord}::tsquery then 1.6
            when ${has(near)} then 1.25 else 1 end`,
        ]
      : []),
    ...(sizes.length > 0 ? [sql`case when ${has(sizes)} then 1.5 else 1 end`] : []),
    ...(materials.length > 0 ? [sql`case when ${has(materials)} then 1.4 else 1 end`] : []),
    ...(audience.length > 0 ? [sql`case when ${has(audience)} then 1.3 else 1 end`] : []),
    ...(gift.length > 0 ? [sql`case when ${has(gift)} then 1.5 else 1 end`] : []),
    ...(cheap ? [sql`(1 + 3 / ln(${price} + 20))`] : []),
  ]
  return factors.length > 0 ? sql` * ${sql.join(factors, sql` * `)}` : sql``
}

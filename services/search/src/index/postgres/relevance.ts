import { sql, type SQL } from 'drizzle-orm'
import type { Alternative, Concept } from '../../query/structured-query.ts'
import type { Step } from '../cursor.ts'
import { countsIn } from '../levels.ts'
import { allQuery, isDescribed, queryOf } from './matching.ts'
import { anyOf } from './terms.ts'

/** Facts of the category that a query names come before titles of others. */
const ofCategory = 3
/** Greater than any score, smaller than what a JSON number holds exactly. */
const rank = { sku: 8e12, title: 4e12, full: 1e12, head: 1e12 }
/** More kinds of alternatives make the statement longer than it is worth. */
const mostWeights = 3

export type Relevance = {
  concepts: Concept[]
  rarities: number[]
  step: Step
  titleKey: number
  skuIds: string[]
  /** Numbers of tags by preference. */
  preferred: Preferred
}

export type Preferred = Record<
  'colours' | 'near' | 'sizes' | 'materials' | 'audience' | 'categories' | 'gift',
  number[]
> & {
  cheap: boolean
  /** A tsquery for what products should not have. */
  without: string
  /** A tsquery for the words of the colours. */
  colourWord: string
}

/** Returns an integer expression over listings, after the first step with their bodies, so that a cursor holds it exactly. */
export function relevance(
  { concepts, rarities, step, titleKey, skuIds, preferred }: Relevance,
  price: SQL,
): SQL {
  const met = (step === 'gift' ? [] : concepts).map(
    (concept, at) => sql`${rarities[at] ?? 0}::float8 * ${levelOf(concept, concepts, step)}`,
  )
  const head = concepts.find(({ isHead }) => isHead)
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
    ...(step === 'all' || !head
      ? []
      : [sql`case when title @@ ${queryOf(head)}::tsquery then ${rank.head}::bigint else 0 end`]),
  ]
  return sql.join([sql`round((${score}) * 1000)::bigint`, ...ranks], sql` + `)
}

const meetsAll = (concepts: Concept[], step: Step): SQL =>
  step === 'most'
    ? sql`strong @@ ${allQuery(concepts)}::tsquery`
    : sql.join(
        concepts.map((concept) => sql`(strong || body) @@ ${queryOf(concept)}::tsquery`),
        sql` and `,
      )

/** Returns what the best alternative of a concept counts. */
function levelOf(concept: Concept, concepts: Concept[], step: Step): SQL {
  const choices = byWeight(concept.alternatives)
  const isOnly = concepts.length === 1
  const [inHead, inTitle, inFacts, inDescription] = countsIn(step, concepts.length)
  const levelsOf = choices.map(({ weight, stems }) => {
    const at = (level: number) => sql`${Math.round(weight * level * 1000) / 1000}::float8`
    const query = sql`${anyOf(stems)}::tsquery`
    // The last word of a compound is its noun.
    const nouns = sql`head = any(${sql.param(stems.flatMap((row) => row.at(-1) ?? []))}::text[])`
    const isHead = stems.every((row) => row.length === 1) ? nouns : sql`${nouns} and strong @@ ${query}`
    const elsewhere =
      step === 'all' && isOnly && choices.length === 1
        ? sql`else ${at(inFacts)}`
        : sql`when strong @@ ${query} then ${at(inFacts)}${
            isDescribed(concept, concepts, step)
              ? sql` when body @@ ${query} then ${at(inDescription)}`
              : sql``
          } else 0`
    return sql`case when ${isHead} then ${at(inHead)}
      when title @@ ${query} then ${at(inTitle)} ${elsewhere} end`
  })
  return levelsOf.length === 1 ? levelsOf[0]! : sql`greatest(${sql.join(levelsOf, sql`, `)})`
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
  { colours, near, sizes, materials, audience, categories, gift, cheap, without, colourWord }: Preferred,
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
    ...(categories.length > 0
      ? [sql`case when tags && ${sql.param(categories)}::int[] then ${ofCategory}::float8 else 1 end`]
      : []),
    ...(gift.length > 0 ? [sql`case when ${has(gift)} then 1.5 else 1 end`] : []),
    ...(without ? [sql`case when strong @@ ${without}::tsquery then 0.2 else 1 end`] : []),
    ...(cheap ? [sql`(1 + 3 / ln(${price} + 20))`] : []),
  ]
  return factors.length > 0 ? sql` * ${sql.join(factors, sql` * `)}` : sql``
}

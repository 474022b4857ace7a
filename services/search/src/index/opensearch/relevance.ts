import type { Currency } from '@mallhive/contracts/currencies'
import type { Locale } from '@mallhive/contracts/locales'
import type { Types } from '@opensearch-project/opensearch'
import type { Alternative, Concept, Preferences, StructuredQuery } from '../../query/structured-query.ts'
import type { Step } from '../cursor.ts'
import { countsIn } from '../levels.ts'
import { type Dsl, type Level, conceptHeld, holds, stemField } from './match.ts'
import { traits as traitsNamed } from '../tags.ts'
import { tagOf } from './stored-document.ts'

const levels: Level[] = ['head', 'title', 'strong', 'all']
// Scores are 32-bit floats with 24 bits of precision. Ranks are beyond what words can score, and their sum is exact.
const unit = 2 ** 19
const rank = { sku: 8 * unit, title: 4 * unit, full: unit, head: unit }
const points = 100

export type Scored = {
  query: StructuredQuery
  rarities: number[]
  step: Step
  locale: Locale
  titleKey: number
  currency: Currency
}

/**
 * Returns clauses that score documents. Each adds an integer or is a product in a fixed order, so that scores of a
 * cursor are exact.
 */
export function relevance({ query, rarities, step, locale, titleKey, currency }: Scored): Dsl[] {
  const { concepts, skus, preferences } = query
  const words = (step === 'gift' ? [] : concepts).map((concept, at) =>
    scoreOf(concept, rarities[at] ?? 0, { step, locale, counts: countsIn(step, concepts.length) }),
  )
  const head = concepts.find(({ isHead }) => isHead)
  const level = step === 'any' ? 'all' : 'strong'
  return [
    {
      function_score: {
        query: words.length > 0 ? { bool: { should: words } } : constant({ match_all: {} }, points),
        functions: [
          { field_value_factor: { field: stemField(locale, 'boost'), missing: 1 } },
          ...factorsOf(preferences, locale, currency),
        ],
        score_mode: 'multiply',
        boost_mode: 'multiply',
      },
    },
    ...(skus.length > 0 ? [constant(hasSku(skus), rank.sku)] : []),
    ...(concepts.length > 0
      ? [constant({ term: { [stemField(locale, 'titleKey')]: { value: titleKey } } }, rank.title)]
      : []),
    ...(step !== 'all' && concepts.length > 1
      ? [constant({ bool: { filter: concepts.map((each) => conceptHeld(each, locale, level)) } }, rank.full)]
      : []),
    ...(step !== 'all' && head ? [constant(conceptHeld(head, locale, 'title'), rank.head)] : []),
  ]
}

export const hasSku = (skus: string[]): Dsl => ({ terms: { skus: skus.map((sku) => sku.toLowerCase()) } })

export const constant = (filter: Dsl, boost: number, _name?: string): Dsl => ({
  constant_score: { filter, boost, ...(_name !== undefined && { _name }) },
})

/** Scores the best alternative of a concept by where it stands. */
function scoreOf(
  { alternatives }: Concept,
  rarity: number,
  { step, locale, counts }: Pick<Scored, 'step' | 'locale'> & { counts: readonly number[] },
): Dsl {
  const scores = byWeight(alternatives).flatMap(({ weight, stems }) =>
    levels
      .slice(0, step === 'any' ? undefined : -1)
      .map((level, at) =>
        constant(holds(stems, locale, level), Math.round(points * rarity * weight * counts[at]!)),
      ),
  )
  return { dis_max: { queries: scores } }
}

function byWeight(alternatives: Alternative[]): { weight: number; stems: string[][] }[] {
  const groups = Map.groupBy(alternatives, ({ weight }) => weight)
  return [...groups].map(([weight, same]) => ({ weight, stems: same.map(({ stems }) => stems) }))
}

/**
 * Returns conditions for a query without words that products meet: `blue`, `gifts`. For whom they are is only
 * preferred, because few products say it.
 */
export function prefers({ colours, sizes, materials, gift }: Preferences, locale: Locale): Dsl[] {
  const wanted = [traits('size', sizes), traits('material', materials), traits('gift', gift ? ['yes'] : [])]
  return [
    ...(colours ? [ofColour([...colours.values, ...colours.near], colours.words, locale)] : []),
    ...wanted.flatMap((some): Dsl[] => (some.length > 0 ? [{ terms: { traits: some } }] : [])),
  ]
}

/** Returns the condition that a document has one of these colours, or a word for one. */
const ofColour = (values: string[], words: string[], locale: Locale): Dsl => ({
  bool: {
    should: [
      { terms: { traits: traits('colour', values) } },
      { terms: { [stemField(locale, 'strong')]: words } },
    ],
    minimum_should_match: 1,
  },
})

const traits = (name: string, values?: string[]): string[] => traitsNamed(name, values).map(tagOf)

type Factor = Types.Common_QueryDsl.FunctionScoreContainer

function factorsOf(preferences: Preferences, locale: Locale, currency: Currency): Factor[] {
  const { colours, sizes, materials, audience, categories = [], gift, cheap, without = [] } = preferences
  const has = (values: string[]): Dsl => ({ terms: { traits: values } })
  const factor = (weight: number, values: string[]): Factor[] =>
    values.length > 0 ? [{ weight, filter: has(values) }] : []
  return [
    ...(colours ? coloured(colours, locale) : []),
    ...factor(1.5, traits('size', sizes)),
    ...factor(1.4, traits('material', materials)),
    ...factor(1.3, traits('audience', audience)),
    ...(categories.length > 0 ? [ofCategory(categories)] : []),
    ...factor(1.5, gift ? traits('gift', ['yes']) : []),
    ...(without.length > 0
      ? [{ weight: 0.2, filter: { terms: { [stemField(locale, 'strong')]: without } } }]
      : []),
    ...(cheap ? [cheaper(currency)] : []),
  ]
}

/** Facts of the category that a query names come before titles of others. */
const ofCategory = (slugs: string[]): Factor => ({
  weight: 3,
  filter: { terms: { tags: slugs.map((value) => tagOf({ name: 'category', value })) } },
})

function coloured({ values, near, words }: NonNullable<Preferences['colours']>, locale: Locale): Factor[] {
  const right = ofColour(values, words, locale)
  const similar: Dsl = {
    bool: { filter: [{ terms: { traits: traits('colour', near) } }], must_not: [right] },
  }
  return [{ weight: 1.6, filter: right }, ...(near.length > 0 ? [{ weight: 1.25, filter: similar }] : [])]
}

const cheaper = (currency: Currency): Factor => ({
  script_score: {
    script: {
      source: 'doc[params.price].size() == 0 ? 1 : 1 + 3 / Math.log(doc[params.price].value + 20)',
      params: { price: `price.${currency}` },
    },
  },
})

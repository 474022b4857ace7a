import { defaultLocale } from '@mallhive/contracts/locales'
import { sql, type SQL } from 'drizzle-orm'
import { bareOf } from '../../lexicon/marks.ts'
import { bounded } from '../bounds.ts'
import { growing } from '../growing.ts'
import type { SuggestRequest } from '../port.ts'
import { titleKey } from '../texts.ts'
import type { Concept } from '../../query/structured-query.ts'
import { localised } from './localised.ts'
import { meets, queryOf } from './matching.ts'
import { preferredOf } from './preferences.ts'
import { relevance } from './relevance.ts'
import { priceOf, type Slot, tablesOf } from './schema.ts'
import { scopeConditions, scopeOf } from './scope.ts'
import type { Searching } from './searching.ts'
import { anyOf, termOf } from './terms.ts'

const most = { words: 32, read: 150 }

/**
 * Returns the products that meet all words of a reading in a strong place, the most relevant first, or undefined where it has no
 * words. Of many products it reads the most popular ones with a word in their title, and some of the others.
 */
export async function meant(
  { analyzers, tags }: Pick<Searching, 'analyzers' | 'tags'>,
  slot: Slot,
  { typing, locale: asked, currency, limit }: SuggestRequest,
): Promise<SQL | undefined> {
  if (!typing || typing.structured.concepts.length === 0) return undefined
  const query = bounded({
    structured: growing(typing),
    locale: asked,
    currency,
    filters: [],
    sort: 'relevance',
    size: limit,
    cursor: '',
  })
  const structured = query.structured!
  const scope = await scopeOf(query, tags)
  if (scope.isEmpty) return undefined
  const locale = analyzers[asked] ? asked : defaultLocale
  const analyzer = analyzers[locale]!
  const { listings, words, titleWords } = tablesOf[slot]
  const terms = localised(structured, locale)
  const own = localised(typing.structured, locale)
  const preferred = await preferredOf(structured.preferences, tags, (stems) =>
    anyOf(stems.map((stem) => [termOf(locale, stem)])),
  )
  const key = relevance(
    {
      concepts: terms.concepts,
      rarities: terms.concepts.map(() => 1),
      step: 'all',
      titleKey: titleKey(structured.text, analyzer),
      skuIds: [],
      preferred,
    },
    priceOf(currency),
  )
  const conditions = sql.join(
    [
      ...meets(terms, [], 'all', (text) => sql`strong @@ ${text}::tsquery`),
      ...scopeConditions(scope, query),
      ...inTitle(own.concepts.at(-1), terms.concepts.at(-1)),
    ],
    sql` and `,
  )
  const isBegun =
    structured.concepts.length === 1 &&
    terms.concepts[0]!.alternatives.length > own.concepts[0]!.alternatives.length
  // Words that only begin so count in titles, whose words have an index of their own.
  const met = isBegun ? sql`strong @@ ${queryOf(own.concepts[0]!)}::tsquery and ${conditions}` : conditions
  const likely = structured.concepts[0]!.alternatives.flatMap((each) => each.stems.map(bareOf))
  const popular = sql`
    union select id, locale from (
      select folded from ${words} where locale = ${locale} and stem = any(${sql.param(likely)}::text[]) and strong > 0
      order by strong desc, word limit ${most.words}) w cross join lateral (
      select id, locale from ${titleWords} where locale = ${locale} and word = folded
      order by popularity desc, id desc limit ${4 * limit}) best`
  return sql`
    select id, ${key} as key from (
      (select id, locale from ${listings} where ${met} limit ${most.read})
      ${structured.concepts.length === 1 ? popular : sql``}) candidate join ${listings} using (id, locale)
    where ${conditions} order by key desc, id desc limit ${2 * limit}`
}

/** Returns the condition for listings that have a word which only begins as typed in their title. */
const inTitle = (own: Concept | undefined, grown: Concept | undefined): SQL[] =>
  own && grown && own.alternatives.length < grown.alternatives.length
    ? [sql`(strong @@ ${queryOf(own)}::tsquery or title @@ ${queryOf(grown)}::tsquery)`]
    : []

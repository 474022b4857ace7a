import type { Client } from '@opensearch-project/opensearch'
import type { Locale } from '@mallhive/contracts/locales'
import type { Analyzer, Analyzers } from '../analyzer.ts'
import { type StoredCard, shownCard } from '../card.ts'
import type { SuggestRequest, Suggestions } from '../port.ts'
import { suggested } from '../suggested.ts'
import { ask } from './ask.ts'
import { escaped, priceField } from './counts.ts'
import { Refused } from './is-down.ts'
import type { Dsl } from './match.ts'
import { meantBy } from './meant.ts'
import { foldedWords, labelled, languageOf } from './stored-document.ts'

/** Completions and names are gathered from this many products, the most popular ones. */
const mostRead = 500
const mostNames = 50

type Hit = { _source: { card: StoredCard } }
type Answer = {
  hits: { hits: Hit[] }
  aggregations?: { labels: { buckets: { key: string; doc_count: number }[] } }
}

/** Suggests from one generation, in one request, or in two where few titles begin as typed. */
export async function suggestIn(
  client: Client,
  analyzers: Analyzers,
  index: string,
  request: SuggestRequest,
): Promise<Suggestions> {
  const { text, locale, currency, limit } = request
  const [language, analyzer] = languageOf(locale, analyzers)
  const words = foldedWords(text, analyzer).slice(-mostWords)
  const last = words.at(-1)
  if (last === undefined) return { products: [], categories: [], shops: [], completions: [] }
  const onSale: Dsl = { exists: { field: priceField(currency) } }
  const query = (field: string): Dsl => ({
    bool: { filter: [onSale, ...begins(fieldOf(language, field), words)] },
  })
  const labels = (field: string, of: string, include?: string) => ({
    size: 0,
    terminate_after: mostRead,
    query: query(of),
    aggs: { labels: { terms: { field, size: mostNames, ...(include && { include }) } } },
  })
  const phrase = words.slice(-mostPhraseWords).join(' ')
  const searches = [
    {
      // Some are left out: titles in another language.
      size: 2 * limit,
      _source: ['card'],
      track_total_hits: false,
      query: query('starts'),
      sort: [{ popularity: { order: 'desc' } }],
    },
    labels(fieldOf(language, 'categories'), 'categoryStarts'),
    labels('shop', 'shopStarts'),
    labels(fieldOf(language, 'phrases'), 'starts', `${escaped(phrase.slice(0, longestPhrase))}.*`),
  ]
  const { body } = await client.msearch({ index, body: searches.flatMap((search): object[] => [{}, search]) })
  const [products, categories, shops, phrases] = body.responses.map(answered)
  const named = (answer: Answer | undefined) =>
    labelsOf(answer)
      .map(([slug = '', name = '']) => ({ slug, name }))
      .filter(({ name }) => isBegun(foldedWords(name, analyzer), words))
      .slice(0, limit)
  const cardsOf = (answer: Pick<Answer, 'hits'> | undefined) =>
    (answer?.hits.hits ?? []).flatMap(({ _source: { card } }) => shownCard(card, locale, currency) ?? [])
  const meant = async () => {
    const search = meantBy(request, analyzers)
    return search ? cardsOf(await ask<Hit>(client, index, search)) : []
  }
  return {
    products: await suggested({ begun: cardsOf(products), meant }, request, analyzers),
    categories: named(categories),
    shops: named(shops),
    completions: completionsOf(labelsOf(phrases), text, analyzer).slice(0, limit),
  }
}

const mostWords = 8
const mostPhraseWords = 3
/** The engine refuses longer expressions. */
const longestPhrase = 200

const fieldOf = (language: Locale, field: string): string => `in.${language}.${field}`

/** Every word but the last is whole or a beginning too: shoppers go back and complete an earlier word. */
const begins = (field: string, words: string[]): Dsl[] =>
  words.map((word) => ({ term: { [field]: { value: word } } }))

const isBegun = (tokens: string[], words: string[]): boolean =>
  words.every((word) => tokens.some((token) => token.startsWith(word)))

/** Returns what was counted, the most frequent first, split at its label. */
const labelsOf = (answer: Answer | undefined): string[][] =>
  (answer?.aggregations?.labels.buckets ?? []).map(({ key }) => key.split(labelled))

/** Puts the words before the completed phrase in front of it. */
function completionsOf(phrases: string[][], text: string, analyzer: Analyzer): string[] {
  const words = foldedWords(text, analyzer)
  const before = words.slice(0, Math.max(0, words.length - mostPhraseWords))
  const typed = words.join(' ')
  const completed = phrases.map(([, label = '']) => [...before, label].join(' '))
  return [...new Set(completed)].filter((each) => each !== typed)
}

function answered(response: unknown): Answer {
  const { error, status = 0 } = response as { error?: { type?: string; reason?: string }; status?: number }
  if (error) throw new Refused('a search', status, error)
  return response as Answer
}

import { currencyCodes } from '@mallhive/contracts/currencies'
import type { Locale } from '@mallhive/contracts/locales'
import type { API } from '@opensearch-project/opensearch'

const keyword = { type: 'keyword', ignore_above: 1000 } as const
const long = { type: 'long' } as const
/** Terms made in Node, joined by spaces: one analysis for all engines. */
const terms = { type: 'text', analyzer: 'whitespace', norms: false, index_options: 'docs' } as const

/** What search matches in one language. */
const ofLanguage = {
  properties: {
    /** Stems of the title's head noun; of the title; of title, categories and facts; of all texts. */
    head: terms,
    title: terms,
    strong: terms,
    all: { ...terms, index_options: 'positions' },
    titleKey: long,
    boost: { type: 'float' },
    words: keyword,
    strongWords: keyword,
    headWord: keyword,
    /** Beginnings of words, and what they complete to: `phrase\nlabel`, `slug\nname`. */
    starts: { ...terms, analyzer: 'starts', search_analyzer: 'whitespace' },
    phrases: keyword,
    categoryStarts: { ...terms, analyzer: 'starts', search_analyzer: 'whitespace' },
    categories: keyword,
    shopStarts: { ...terms, analyzer: 'starts', search_analyzer: 'whitespace' },
  },
} as const

/** Longer beginnings find whole words only. */
const longestStart = 20

/** Settings and mapping of a generation. One shard: counts are exact, and scores of a page compare. */
export const indexOf = (locales: Locale[]) =>
  ({
    settings: {
      number_of_shards: 1,
      number_of_replicas: 0,
      // Most popular first, so that suggestions read only the first documents.
      'index.sort.field': 'popularity',
      'index.sort.order': 'desc',
      analysis: {
        filter: {
          starts: { type: 'edge_ngram', min_gram: 1, max_gram: longestStart, preserve_original: true },
        },
        analyzer: { starts: { type: 'custom', tokenizer: 'whitespace', filter: ['starts'] } },
      },
    },
    mappings: {
      dynamic: 'strict',
      _source: { includes: ['card', 'document'] },
      properties: {
        /** The product's id, by which ties are broken. */
        id: keyword,
        /** A tombstone: only its version says something. */
        removed: { type: 'boolean' },
        skus: keyword,
        tags: keyword,
        traits: keyword,
        shop: keyword,
        newest: long,
        rating: long,
        popularity: long,
        sold: long,
        bestSelling: long,
        price: { properties: Object.fromEntries(currencyCodes.map((code) => [code, long])) },
        /** Prices rounded down, by which ranges are counted. */
        priceCell: { properties: Object.fromEntries(currencyCodes.map((code) => [code, long])) },
        in: { properties: Object.fromEntries(locales.map((locale) => [locale, ofLanguage])) },
        card: { type: 'object', enabled: false },
        /** Of which this is made, to be made again. */
        document: { type: 'object', enabled: false },
      },
    },
  }) satisfies API.Indices_Create_RequestBody

import type { Currency } from '@mallhive/contracts/currencies'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Alternative, StructuredQuery } from './structured-query.ts'

/** A word that is not read yet, or what it was read as. */
export interface Word {
  text: string
  alternatives?: Alternative[]
  /** Which part of the text it stands in: what is behind `with` or `for` is another. The first one with a word is 0. */
  part?: number
}

/** A query that is read in part. */
export interface Draft {
  /** Text that no step has taken yet. */
  rest: string
  /** Its words, once they are separate. */
  words: Word[]
  query: StructuredQuery
}

export interface Reading {
  lexicon: Lexicon
  currency: Currency
  /** The shopper insists on what they typed. */
  verbatim: boolean
}

/** Takes what it understands out of the text or the words, and adds it to the query. */
export type Step = (draft: Draft, reading: Reading) => Draft

/** Returns a draft with additions to its query. */
export const adding = (
  draft: Draft,
  { filters, preferences, notes = [], ...lists }: Partial<StructuredQuery>,
): Draft => ({
  ...draft,
  query: {
    ...draft.query,
    ...lists,
    filters: { ...draft.query.filters, ...filters },
    preferences: { ...draft.query.preferences, ...preferences },
    notes: [...draft.query.notes, ...notes],
  },
})

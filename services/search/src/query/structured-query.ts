import type { Locale } from '@mallhive/contracts/locales'

/** A query as an engine answers it, whatever language it was typed in. Stems are the index's terms. */
export type StructuredQuery = {
  text: string
  locale: Locale
  /** In the order typed. */
  concepts: Concept[]
  /** It describes a product instead of naming it: descriptions count, and no word decides. */
  isDescriptive?: boolean
  /** Quoted. */
  phrases: Phrase[]
  /** Minus words: stems of each. */
  excluded: string[][]
  /** Tokens that look like SKUs: an exact match of one comes first. */
  skus: string[]
  filters: { sellerSlug?: string; minPriceMinor?: number; maxPriceMinor?: number }
  preferences: Preferences
  /** What was done, to be shown to the shopper. */
  notes: Note[]
}

/** What a text means that a shopper is still typing. */
export type Typing = {
  structured: StructuredQuery
  /** Ways to meet the last concept, besides its own, in titles: words that begin so. */
  begun: Alternative[]
}

/**
 * A word of the query with all that it may mean. `text` is as typed. The head is the noun that the query is about: products that
 * do not meet it are no answer. It is unsold where no title is about it: those with all words in strong places remain.
 */
export type Concept = { text: string; alternatives: Alternative[]; isHead?: boolean; isUnsold?: boolean }

/**
 * Stems in order, as texts of each of the page's languages have them: one of these rows must be met. `undefined` is a
 * stop word.
 */
export type Phrase = (string | undefined)[][]

/** All stems must be met. `weight` is at most 1. */
export type Alternative = { stems: string[]; weight: number }

export type Preferences = {
  /** `words`: stems of the words for them. */
  colours?: { values: string[]; near: string[]; words: string[] }
  sizes?: string[]
  /** Values of the attribute, as stored. */
  materials?: string[]
  audience?: string[]
  /** Slugs of categories that the words name. */
  categories?: string[]
  /** Stems of what products should not have: `mug without handle`. */
  without?: string[]
  gift?: boolean
  cheap?: boolean
}

export type Note =
  | { kind: 'corrected'; from: string; to: string }
  | { kind: 'split' | 'joined' | 'translated'; from: string; to: string }
  /** `words`: as typed. A query without them lacks the filter. */
  | { kind: 'shop'; slug: string; name: string; words?: string }
  | { kind: 'price'; minMinor?: number; maxMinor?: number; words?: string }
  | { kind: 'colour' | 'size' | 'gift' | 'audience' | 'material'; word: string }
  /** Bounds in a currency that the page does not show, which are left out. */
  | { kind: 'foreignPrice'; word: string }

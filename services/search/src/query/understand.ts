import type { Currency } from '@mallhive/contracts/currencies'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { plainDigits } from '../lexicon/digits.ts'
import type { Draft, Step } from './draft.ts'
import { readConcepts } from './read-concepts.ts'
import type { StructuredQuery } from './structured-query.ts'
import { takeAges } from './take-ages.ts'
import { takeAudience } from './take-audience.ts'
import { takeCategory } from './take-category.ts'
import { takeCheap } from './take-cheap.ts'
import { takeColours } from './take-colours.ts'
import { takeExcluded } from './take-excluded.ts'
import { takeGift } from './take-gift.ts'
import { takeMaterials } from './take-materials.ts'
import { takeNoise } from './take-noise.ts'
import { takePhrases } from './take-phrases.ts'
import { takePrices } from './take-prices.ts'
import { takeQuantities } from './take-quantities.ts'
import { takeShop } from './take-shop.ts'
import { takeSizes } from './take-sizes.ts'
import { takeSkus } from './take-skus.ts'
import { takeWithout } from './take-without.ts'
import { separateWords } from './separate-words.ts'
import { tidy } from './tidy.ts'

/** How a query is read, in this order: each step leaves to the next what it does not understand. */
const steps: Step[] = [
  takeExcluded,
  takeWithout,
  takePhrases,
  takeSkus,
  takeSizes,
  takeAges,
  takePrices,
  separateWords,
  takeQuantities,
  takeShop,
  takeNoise,
  takeCheap,
  takeGift,
  takeAudience,
  takeColours,
  takeMaterials,
  takeCategory,
  readConcepts,
]

interface Options {
  lexicon: Lexicon
  currency: Currency
  /** Takes words as they were typed: no spelling help, no other reading of an unknown word. */
  verbatim?: boolean
}

/** Reads what a shopper typed. Never throws, and takes bounded time for any text. */
export function understand(text: string, { lexicon, currency, verbatim = false }: Options): StructuredQuery {
  const tidied = tidy(text)
  const query: StructuredQuery = {
    text: tidied,
    locale: lexicon.locale,
    concepts: [],
    phrases: [],
    excluded: [],
    skus: [],
    filters: {},
    preferences: {},
    notes: [],
  }
  const reading = { lexicon, currency, verbatim }
  let draft: Draft = { rest: plainDigits(tidied), words: [], query }
  for (const step of steps) draft = step(draft, reading)
  const notes = draft.query.notes.map((note) =>
    'words' in note && note.words ? { ...note, words: asTyped(note.words, tidied) } : note,
  )
  return { ...draft.query, notes }
}

/** Returns words with the digits that they were typed with. */
function asTyped(words: string, text: string): string {
  const plain = plainDigits(text)
  const at = plain.indexOf(words)
  return at < 0 || plain.length !== text.length ? words : text.slice(at, at + words.length)
}

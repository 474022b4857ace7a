import type { Locale } from '@mallhive/contracts/locales'
import type { ColourFamily } from './colours.ts'
import type { MaterialFamily } from './materials.ts'

export type Audience = 'women' | 'men' | 'kids'

/**
 * What the mall knows of a language. Words are written as shoppers write them, in lower case; they are compared by
 * their stems, those of `audience` whole.
 */
export interface Language {
  locale: Locale
  /** Name of the Snowball algorithm. */
  stemmer: string
  /** Writes letters that are written in several ways in one. Diacritics go afterwards. */
  fold?: (word: string) => string
  /** Stems of words, also as the last part of others, that the stemmer would take for another word's. */
  stems?: Record<string, string>
  /** Plurals that the stemmer does not undo, as they are written. */
  irregular: Record<string, string>
  title: {
    /** Words behind which a title says more about what it has named: `teapot with a lid`. */
    ends: string
    /** First words that count or hold what follows: `pair of boots`. */
    begins: string
  }
  /** Nouns that say what a thing is only with the word before them: a `cutting board` is no board. */
  vague?: string
  /** Words that say nothing. */
  stop: string
  /** How a text begins that describes a product instead of naming it. */
  descriptive: {
    /** Words for what is not named, also behind words that say nothing: `I need something`. */
    things: string
    /** Other first words: `for`, `make the`. */
    begins: string[]
    /** Places where everything may stand, which say little beside another word: `make the room smell nice`. */
    places: string
  }
  /** Words behind which stands what a product should not be: `blanket not wool`. */
  not: string
  /** Words behind which stands what a product should not have: `mug without handle`. */
  without: string
  /** Words that say something about buying, not about the product. */
  noise: string
  price: {
    below: string[]
    above: string[]
    /** Like `above`, but with the sign of a currency or as the last words: `from 5` may be an age. */
    from: string[]
    between: [before: string, and: string][]
    /** Behind a number: `30 or less`. */
    orLess: string[]
    /** Like `orLess`, but only with the sign of a currency: `3 and up` may be an age. */
    orMore: string[]
    /** Before a number that is near enough. */
    around: string[]
    /** Numbers that are written as words. */
    numbers: Record<string, number>
    /** Names of currencies, by their codes. */
    money: Record<string, string>
    /** Words that turn a bound round: `not over`. */
    not: string[]
    /** Words behind a number that is no price, beside the units of products; without their `n` or `s`. */
    measures: string
    cheap: string
  }
  /**
   * What is said around the age of a child: `ages 3`, `3 years old`. Its units say so only beside such a word, or
   * after a range.
   */
  age: { before: string[]; after: string[]; units: string[] }
  /** Numbers from one on, which are the same in digits. */
  counts: string
  /** Names of units beside those of `units.ts`, by which of these they are. */
  units?: Record<string, string>
  gift: string
  /** Words for who likes something: `coffee lover`. */
  fond?: string
  /** Occasions, which say nothing beside a word for a present. */
  occasions: string
  audience: Partial<Record<Audience, string>>
  colours: Partial<Record<ColourFamily, string>>
  /** Colours that are things behind another word: `hand cream`. */
  colourNouns?: string
  /** Words before a size. */
  size: string
  materials: Partial<Record<MaterialFamily, string>>
  /** Reads the words of a dictionary, and which of them are nouns unless all are, and adjectives. */
  dictionary?: () => Promise<{ words: string[]; nouns?: string[]; adjectives?: string[] }>
  /** Endings that a word may have beyond its form in the dictionary, and those of nouns. */
  endings: string[]
  nounEndings: string[]
  compounds?: {
    /** Letters between the parts. */
    links: string[]
    /** First parts that are no nouns. */
    first: string
  }
}

const lists = new Map<string, readonly string[]>()

/** Returns the words of a language's list, which is written as a sentence and read once. */
export function wordsOf(list = ''): readonly string[] {
  const words = lists.get(list) ?? list.split(/\s+/).filter(Boolean)
  lists.set(list, words)
  return words
}

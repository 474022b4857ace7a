import { colourFamilies } from '../lexicon/colours.ts'
import { type Language, wordsOf } from '../lexicon/language.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Word } from './draft.ts'
import type { Concept } from './structured-query.ts'

export type Read = { words: Word[]; concept: Concept }

/**
 * Returns the concept that a text is about: the noun of its first part, `socks` of `warm socks for winter`. It is the last one,
 * but in languages that write compounds as one word the first one that a title is about: `Rucksack Schule`. Materials, whom a
 * product is for and the `set` of a `cutlery set` are none, and a text for a gift is about gifts unless titles are about its noun.
 */
export function headOf(read: Read[], isGift: boolean, lexicon: Lexicon): Concept | undefined {
  const isTitled = ({ concept }: Read) => isSold(concept, lexicon)
  const isNoun = ({ words }: Read) => words.some(({ text }) => lexicon.isNoun(text))
  const isColour = ({ words }: Read) => words.every(({ text }) => palette.has(text))
  const nouns = read.filter(
    (each) =>
      each.words.every(({ part, text }) => part === 0 && !isQuality(text, lexicon) && !/\d/.test(text)) &&
      (isTitled(each) || (!isGift && isNoun(each) && !isColour(each))),
  )
  const isCompounding = lexicon.languages[0]?.compounds !== undefined
  const last = nouns.at(-1)
  const holders = new Set(lexicon.languages.flatMap(({ title }) => wordsOf(title.begins)))
  const isHeld = last?.words.some(({ text }) => holders.has(text))
  const titled = isCompounding
    ? nouns.find(isTitled)
    : isHeld
      ? nouns.slice(0, -1).findLast(isTitled)
      : undefined
  return (titled ?? last)?.concept
}

/** Whether titles are about a concept, in any of its meanings: others only mention it. */
export const isSold = ({ alternatives }: Concept, lexicon: Lexicon): boolean =>
  alternatives.some(({ stems }) => lexicon.isHead(stems.at(-1) ?? ''))

/** Whether a word names a material, or whom a product is for. */
export const isQuality = (word: string, { languages }: Lexicon): boolean => qualitiesOf(languages).has(word)

/** Names of colours in the palette, some of which are things as well: `honey`. */
const palette = new Set(Object.values(colourFamilies).flatMap(({ values, near }) => [...values, ...near]))

const known = new WeakMap<readonly Language[], Set<string>>()

function qualitiesOf(languages: readonly Language[]): Set<string> {
  const qualities =
    known.get(languages) ??
    new Set(
      languages.flatMap(({ materials, audience }) =>
        [...Object.values(materials), ...Object.values(audience)].flatMap(wordsOf),
      ),
    )
  known.set(languages, qualities)
  return qualities
}

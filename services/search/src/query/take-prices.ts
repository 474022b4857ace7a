import type { Currency } from '@mallhive/contracts/currencies'
import { exponentOf } from '@mallhive/contracts/minor-units'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { tokens } from '../lexicon/tokens.ts'
import { adding, type Draft, type Reading, type Step } from './draft.ts'
import { oldest } from './take-ages.ts'
import { phrasesOf } from './price-phrases.ts'

/** Before a number that is no part of another. */
const alone = String.raw`(?<![\p{L}\d.,])`
/** How far from the price that a shopper names about. */
const nearBy = 0.2
/** The least ratio of the ends of a range that nothing but its numbers says to be of prices. */
const closest = 1.3
/** A number alone at the end of a text: `ab 20`. Lower ones may be ages, higher ones years. */
const plainEnd = String.raw`(?=\D*\d{1,3}\D*$)`
const [noAge, end] = [String.raw`(?=\D*(?:[2-9]\d|\d{3}))`, String.raw`(?=\s*$)`]

/** Takes bounds of a price: `under 30`, `between 20 and 40`, `bis 30 €`. A price alone is the most a shopper pays. */
export const takePrices: Step = (draft, { lexicon, currency }) => {
  const phrases = phrasesOf(lexicon.languages)
  if (!phrases.hasNumber(draft.rest)) return draft
  const { most, least, from, around, between, and, to, toWord, orLess, orMore } = phrases
  const { marked, price, unlessMeasure } = phrases
  const read = (text: string) => minorOf(phrases.valueOf(text), currency)
  const takeAs = (of: Draft, make: (amounts: number[]) => Bounds | undefined, pattern: string) =>
    take(of, { lexicon, currency }, pattern, (amounts) => make(amounts.map(read)))

  const both = ([low = 0, high = 0]: number[]) => ({
    minMinor: Math.min(low, high),
    maxMinor: Math.max(low, high),
  })
  // Ranges of sizes are closer, those of ages lower.
  const apart = ([low = 0, high = 0]: number[]) =>
    low >= read('10') && high > read(String(oldest)) && high >= closest * low ? both([low, high]) : undefined
  // Of several the highest.
  const upTo = ([low = 0, high = 0]: number[]) => ({ maxMinor: Math.max(low, high) })
  const atMost = ([maxMinor = 0]: number[]) => ({ maxMinor })
  const atLeast = ([minMinor = 0]: number[]) => ({ minMinor })
  const near = ([minor = 0]: number[]) => ({
    minMinor: Math.round(minor * (1 - nearBy)),
    maxMinor: Math.round(minor * (1 + nearBy)),
  })

  const range =
    takeAs(draft, both, `${between}\\s?${price}\\s?${and}\\s?${price}${unlessMeasure}`) ??
    takeAs(draft, both, `${marked}\\s?${to}\\s?${price}${unlessMeasure}`) ??
    takeAs(draft, both, `${price}\\s?${and}\\s?${marked}`) ??
    takeAs(draft, upTo, `${most}\\s?${price}\\s?[-–]\\s?${price}${unlessMeasure}`) ??
    takeAs(
      draft,
      apart,
      `(?<![-–])${alone}${price}(?:\\s?[-–]\\s?|\\s${toWord}\\s)${price}(?![-–]?[\\p{L}\\d])${unlessMeasure}`,
    ) ??
    takeAs(draft, near, `${around}\\s?${marked}`) ??
    takeAs(draft, near, `${plainEnd}${around}\\s?${price}${end}`)
  if (range) return range

  const below =
    takeAs(draft, atMost, `${most}\\s?${price}${unlessMeasure}(?:\\s?${orLess})?`) ??
    takeAs(draft, atMost, `${alone}${price}\\s?${orLess}`) ??
    draft
  const bounded =
    takeAs(below, atLeast, `${least}\\s?${price}${unlessMeasure}`) ??
    takeAs(below, atLeast, `${from}\\s?${marked}`) ??
    takeAs(below, atLeast, `${plainEnd}${from}\\s?${noAge}${price}${end}`) ??
    takeAs(below, atLeast, `${alone}${marked}\\s?${orMore}`) ??
    below
  return bounded === draft ? (takeAs(draft, atMost, `${alone}${marked}`) ?? draft) : bounded
}

/** Whether a bound is the end of a name that synonyms know: `air max 90`. */
function isNamed(before: string, bound: string, { synonyms }: Lexicon): boolean {
  const [last, [first = '']] = [tokens(before).at(-1), tokens(bound)]
  return last !== undefined && synonyms([last, first]).length > 0
}

interface Bounds {
  minMinor?: number
  maxMinor?: number
}

function take(
  draft: Draft,
  { lexicon, currency }: Pick<Reading, 'lexicon' | 'currency'>,
  pattern: string,
  read: (amounts: string[]) => Bounds | undefined,
): Draft | undefined {
  const found = new RegExp(pattern, 'iu').exec(draft.rest)
  if (!found || isNamed(draft.rest.slice(0, found.index), found[0], lexicon)) return undefined
  const bounds = read(found.slice(1).filter((each) => each !== undefined))
  if (!bounds) return undefined
  const words = found[0].trim()
  const rest = `${draft.rest.slice(0, found.index)} ${draft.rest.slice(found.index + found[0].length)}`
  // The mall has prices of its own in each currency, and no rate between them.
  if (phrasesOf(lexicon.languages).isForeign(words, currency))
    return adding({ ...draft, rest }, { notes: [{ kind: 'foreignPrice', word: words }] })
  const { minMinor, maxMinor } = bounds
  return adding(
    { ...draft, rest },
    {
      filters: {
        ...(minMinor !== undefined && { minPriceMinor: minMinor }),
        ...(maxMinor !== undefined && { maxPriceMinor: maxMinor }),
      },
      notes: [{ kind: 'price', words, ...bounds }],
    },
  )
}

const minorOf = (value: number, currency: Currency): number => Math.round(value * 10 ** exponentOf(currency))

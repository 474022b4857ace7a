import { type Language, wordsOf } from '../lexicon/language.ts'
import { withChoosable } from '../lexicon/languages.ts'
import { unitNames } from '../lexicon/units.ts'
import { moneyOf } from './money.ts'

const opened = new WeakMap<readonly Language[], PricePhrases>()

/** Returns the patterns of what these languages, and those that shoppers may choose, say around prices. */
export function phrasesOf(languages: readonly Language[]): PricePhrases {
  const known = opened.get(languages) ?? read(withChoosable(languages))
  opened.set(languages, known)
  return known
}

type PricePhrases = ReturnType<typeof read>

function read(languages: readonly Language[]) {
  const prices = languages.map(({ price }) => price)
  const not = prices.flatMap((each) => each.not)
  const [below, above] = [prices.flatMap((each) => each.below), prices.flatMap((each) => each.above)]
  const negated = (phrases: string[]) => not.flatMap((no) => phrases.map((each) => `${no} ${each}`))
  const unlessNegated = `(?<!(?<!\\p{L})(?:${not.join('|')})\\s)`
  const measures = [
    ...unitNames,
    ...languages.flatMap(({ units = {} }) => Object.keys(units)),
    ...prices.flatMap((each) => wordsOf(each.measures)),
  ]
  const ands = prices.flatMap(({ between }) => between.map(([, and]) => and))
  const orLess = word(prices.flatMap((each) => each.orLess))
  return {
    ...moneyOf(languages),
    most: `(?:${unlessNegated + word([...below, ...negated(above)])}|[<≤]=?)`,
    least: `(?:${unlessNegated + word([...above, ...negated(below)])}|[>≥]=?)`,
    orLess,
    orMore: `(?:\\+|${word(prices.flatMap((each) => each.orMore))})`,
    around: `(?:~|${word(prices.flatMap((each) => each.around))})`,
    from: word(prices.flatMap((each) => each.from)),
    between: word(prices.flatMap(({ between }) => between.map(([before]) => before))),
    and: `(?:[-–]|${word(ands)})`,
    to: `(?:[-–]|${word(toWordsOf(languages))})`,
    toWord: word(toWordsOf(languages)),
    // What follows makes the number a measure, a count or an age.
    unlessMeasure: `(?![\\s-]?(?:%|(?:${measures.join('|')})[ns]?(?!\\p{L})))`,
  }
}

/** Returns the words between the ends of a range: `42 to 44`. */
const toWordsOf = (languages: readonly Language[]): string[] =>
  languages.flatMap(({ price: { between, from } }) =>
    between.flatMap(([before, and]) => (from.includes(before) ? [and] : [])),
  )

/** Returns the pattern of one of these phrases, the longest first, as they are or cut short: `max.`. */
export const word = (phrases: string[]): string =>
  `(?<!\\p{L})(?:${phrases
    .toSorted((a, b) => b.length - a.length)
    .map((each) => each.replaceAll(' ', '\\.?[\\s-]'))
    .join('|')})(?!\\p{L})[.:]?`

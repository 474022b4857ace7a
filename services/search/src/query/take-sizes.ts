import { wordsOf } from '../lexicon/language.ts'
import { withChoosable } from '../lexicon/languages.ts'
import { adding, type Step } from './draft.ts'
import { phrasesOf } from './price-phrases.ts'

const scale = ['xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl']
const value = String.raw`(\d{1,3}(?:[.,]5)?|${scale.join('|')})(?![\p{L}\d])`
const letters = /(?<![\p{L}\d-])(xxs|xs|xl|xxl|xxxl)(?![\p{L}\d-])/giu
const most = 20

/** Takes sizes: `size 42`, `Größe M`, `size 42 to 44`, `XL`. */
export const takeSizes: Step = (draft, { lexicon: { languages } }) => {
  const before = withChoosable(languages)
    .flatMap(({ size }) => wordsOf(size))
    .join('|')
  const { money, to: and } = phrasesOf(languages)
  const to = String.raw`\s?${and}\s?${value}(?!\s?${money})`
  const named = new RegExp(String.raw`(?<!\p{L})(?:${before})\.?:?\s?${value}(?:${to})?`, 'giu')
  const sizes = [...draft.rest.matchAll(named), ...draft.rest.replace(named, ' ').matchAll(letters)].flatMap(
    ([, first = '', last = first]) => between(first.toLowerCase(), last.toLowerCase()),
  )
  if (sizes.length === 0) return draft
  const rest = draft.rest.replace(named, ' ').replace(letters, ' ')
  return adding(
    { ...draft, rest },
    { preferences: { sizes }, notes: sizes.map((each) => ({ kind: 'size', word: each })) },
  )
}

/** Returns the sizes of a range, its ends included. */
function between(first: string, last: string): string[] {
  const [low, high] = [scale.indexOf(first), scale.indexOf(last)]
  if (low >= 0 && high > low) return scale.slice(low, high + 1)
  const count = Number(last) - Number(first)
  return Number.isInteger(count) && count > 0 && count <= most
    ? Array.from({ length: count + 1 }, (_, at) => String(Number(first) + at))
    : [...new Set([first, last])]
}

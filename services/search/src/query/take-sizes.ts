import { wordsOf } from '../lexicon/language.ts'
import { adding, type Step } from './draft.ts'

const value = String.raw`(\d{1,3}(?:[.,]5)?|xxs|xs|s|m|l|xl|xxl|xxxl)(?![\p{L}\d])`
const letters = /(?<![\p{L}\d-])(xxs|xs|xl|xxl|xxxl)(?![\p{L}\d-])/giu

/** Takes sizes: `size 42`, `Größe M`, `XL`. */
export const takeSizes: Step = (draft, { lexicon: { languages } }) => {
  const before = languages.flatMap(({ size }) => wordsOf(size)).join('|')
  const named = new RegExp(String.raw`(?<!\p{L})(?:${before})\.?:?\s?${value}`, 'giu')
  const sizes = [...draft.rest.matchAll(named), ...draft.rest.replace(named, ' ').matchAll(letters)].map(
    ([, size = '']) => size.toLowerCase(),
  )
  if (sizes.length === 0) return draft
  const rest = draft.rest.replace(named, ' ').replace(letters, ' ')
  return adding(
    { ...draft, rest },
    { preferences: { sizes }, notes: sizes.map((word) => ({ kind: 'size', word })) },
  )
}

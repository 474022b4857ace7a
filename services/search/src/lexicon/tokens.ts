import { plainDigits } from './digits.ts'
import { unitNames } from './units.ts'

/** The most characters of a word that count. */
export const longest = 64

const fraction = new RegExp(
  String.raw`(\d*)(\d)⁄([1-9]\d?)|(?<![\d/])()(\d)/([1-9])(?=\s?(?:${unitNames.join('|')})(?!\p{L}))`,
  'giu',
)

/** Returns a text with the fractions of a unit as decimals: `½`, `1/2 l`, `.5l`. */
const withDecimals = (text: string): string =>
  text
    .replace(fraction, (_, ...[whole, over, under, , plainOver, plainUnder]: string[]) =>
      String(
        Number((Number(whole ?? 0) + Number(over ?? plainOver) / Number(under ?? plainUnder)).toFixed(4)),
      ),
    )
    .replace(/(?<![\p{L}\p{N}.,])[.,](?=\d)/gu, '0.')

/** Patterns of what is one word without being letters only: `A5`, `1,5`. */
export const codes = String.raw`(?<![\p{L}\p{N}])[a-z]\d{1,2}(?![\p{L}\p{N}])`
export const numbers = String.raw`\p{Nd}+(?:[.,]\p{Nd}+)*|\p{N}`
const words = new RegExp(`${codes}|${numbers}|\\p{L}[\\p{L}\\p{M}]*`, 'gu')

/**
 * Returns the words and numbers of a text, in lower case, as they are written otherwise. `500ml` is a number and a
 * unit, `A5` a word; a decimal comma is written as a point.
 */
export function tokens(text: string): string[] {
  const plain = withDecimals(plainDigits(text.normalize('NFKC')))
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[’'`]s(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<!\p{L})t-(?=shirt|s(?:h(?:ir?)?)?$)/gu, 't')
  const found = plain.match(words) ?? []
  return found.map((each) => (/\p{L}/u.test(each) ? each : each.replaceAll(',', '.')).slice(0, longest))
}

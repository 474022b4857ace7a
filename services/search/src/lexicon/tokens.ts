import { plainDigits } from './digits.ts'

/** The most characters of a word that count. */
export const longest = 64

/**
 * Returns the words and numbers of a text, in lower case, as they are written otherwise. `500ml` is a number and a unit; a decimal
 * comma is written as a point.
 */
export function tokens(text: string): string[] {
  const plain = plainDigits(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[’'`]s(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<!\p{L})t-(?=shirt)/gu, 't')
  const found = plain.match(/\p{Nd}+(?:[.,]\p{Nd}+)*|\p{N}|\p{L}[\p{L}\p{M}]*/gu) ?? []
  return found.map((each) => (/\p{L}/u.test(each) ? each : each.replaceAll(',', '.')).slice(0, longest))
}

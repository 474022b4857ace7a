import { exponentOf } from './minor-units.ts'
import { plainText } from './pasted-text.ts'

const longest = 40
const maxMinor = 1e12

/**
 * Returns the minor units of an amount as people write it: `19,99`, `19.99`, `١٩٫٩٩`, `€ 1.299,50`, `1,299.50`, `1 299`, `12.5`.
 * Comma and dot both start the decimals; followed by three digits they group thousands, unless the currency has three
 * decimals. Undefined for any other text, for negative amounts and for more than 10^12 minor units.
 */
export function readAmount(text: string, currency: string): number | undefined {
  if (text.length > longest) return undefined
  const bare = plainText(text)
    .replaceAll('\u066B', ',')
    .toUpperCase()
    .replace(currency, '')
    .replace(/[\s'’\u066C]|\p{Sc}/gu, '')
  const exponent = exponentOf(currency)
  const [whole, fraction = ''] = splitDecimals(bare, exponent) ?? []
  if (whole === undefined) return undefined
  const minor = Number(whole.replaceAll(/[.,]/g, '') + fraction.padEnd(exponent, '0'))
  return minor <= maxMinor ? minor : undefined
}

const grouped = [/^\d+$/, /^\d{1,3}(?:,\d{3})+$/, /^\d{1,3}(?:\.\d{3})+$/]

function splitDecimals(text: string, exponent: number): [whole: string, fraction?: string] | undefined {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const [whole, fraction] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)]
  const hasDecimals = at > 0 && /^\d+$/.test(fraction) && fraction.length <= exponent
  // The separator of the decimals cannot group thousands as well: 1,299,50.
  if (hasDecimals && !whole.includes(text.charAt(at)) && isGrouped(whole)) return [whole, fraction]
  return isGrouped(text) ? [text] : undefined
}

const isGrouped = (text: string): boolean => grouped.some((pattern) => pattern.test(text))

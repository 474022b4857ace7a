import type { Currency } from '@mallhive/contracts/currencies'
import { exponentOf } from '@mallhive/contracts/minor-units'
import { adding, type Draft, type Step } from './draft.ts'
import { marked, price } from './money.ts'
import { phrasesOf, word } from './price-phrases.ts'

/** Takes bounds of a price: `under 30`, `between 20 and 40`, `bis 30 €`. A price alone is the most a shopper pays. */
export const takePrices: Step = (draft, { lexicon: { languages }, currency }) => {
  const { most, least, from, between, to, unlessMeasure } = phrasesOf(languages)
  const both = ([low, high]: string[]) => bounds(currency, low, high)
  for (const [before, and] of between) {
    const pattern = `${word([before])}\\s?${price}\\s?${word([and])}\\s?${price}${unlessMeasure}`
    const found = take(draft, pattern, both)
    if (found) return found
  }
  const range =
    take(draft, `${marked}\\s?(?:[-–]|${word(to)})\\s?${price}${unlessMeasure}`, both) ??
    take(draft, `${price}\\s?(?:[-–]|${word(between.map(([, and]) => and))})\\s?${marked}`, both)
  if (range) return range

  const atMost = ([high]: string[]) => bounds(currency, undefined, high)
  const atLeast = ([low]: string[]) => bounds(currency, low)
  const below = take(draft, `${most}\\s?${price}${unlessMeasure}`, atMost) ?? draft
  const bounded =
    take(below, `${least}\\s?${price}${unlessMeasure}`, atLeast) ??
    take(below, `${word(from)}\\s?${marked}`, atLeast) ??
    below
  return bounded === draft ? (take(draft, `(?<![\\p{L}\\d.,])${marked}`, atMost) ?? draft) : bounded
}

interface Bounds {
  minMinor?: number
  maxMinor?: number
}

function take(draft: Draft, pattern: string, read: (amounts: string[]) => Bounds): Draft | undefined {
  const found = new RegExp(pattern, 'iu').exec(draft.rest)
  if (!found) return undefined
  const { minMinor, maxMinor } = read(found.slice(1).filter((each) => each !== undefined))
  const rest = `${draft.rest.slice(0, found.index)} ${draft.rest.slice(found.index + found[0].length)}`
  const note = {
    kind: 'price' as const,
    words: found[0].trim(),
    ...(minMinor !== undefined && { minMinor }),
    ...(maxMinor !== undefined && { maxMinor }),
  }
  return adding(
    { ...draft, rest },
    {
      filters: {
        ...(minMinor !== undefined && { minPriceMinor: minMinor }),
        ...(maxMinor !== undefined && { maxPriceMinor: maxMinor }),
      },
      notes: [note],
    },
  )
}

function bounds(currency: Currency, least?: string, most?: string): Bounds {
  const [minMinor, maxMinor] = [least, most].map((each) => each && minorOf(each, currency))
  const [low, high] =
    typeof minMinor === 'number' && typeof maxMinor === 'number' && minMinor > maxMinor
      ? [maxMinor, minMinor]
      : [minMinor, maxMinor]
  return {
    ...(typeof low === 'number' && { minMinor: low }),
    ...(typeof high === 'number' && { maxMinor: high }),
  }
}

/** Reads an amount with a decimal point or comma; three digits behind one are thousands. */
function minorOf(text: string, currency: Currency): number {
  const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  return Math.round(Number(`${whole.replace(/[.,]/g, '')}.${decimals || 0}`) * 10 ** exponentOf(currency))
}

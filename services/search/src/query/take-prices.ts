import { type Currency, currencies } from '@mallhive/contracts/currencies'
import { exponentOf } from '@mallhive/contracts/minor-units'
import type { Language } from '../lexicon/language.ts'
import { adding, type Draft, type Step } from './draft.ts'

const amount = String.raw`(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})?)(?![\d.,]*\d)`
const signs = `[${Object.values(currencies)
  .map(({ sign }) => sign)
  .join('')}£]`
const money = String.raw`(?:${signs}|eur(?:os?)?|usd|dollars?)(?!\p{L})`
const price = String.raw`(?:(?:${signs})\s?)?${amount}(?:\s?${money})?`
const marked = String.raw`(?:(?:${signs})\s?${amount}|${amount}\s?${money})`
// What follows makes the number a measure or an age, not a price.
const unlessMeasure = String.raw`(?!\s?(?:ml|cl|l|g|kg|mm|cm|m|w|%|years?|jahren?|litres?|liters?|liter|pieces|stück)(?!\p{L}))`

/** Takes bounds of a price: `under 30`, `between 20 and 40`, `bis 30 €`. A price alone is the most a shopper pays. */
export const takePrices: Step = (draft, { lexicon: { languages }, currency }) => {
  const { below, above, from, between } = joinedPrices(languages)
  for (const [before, and] of between) {
    const pattern = `${word([before])}\\s?${price}\\s?${word([and])}\\s?${price}${unlessMeasure}`
    const found = take(draft, pattern, ([least, most]) => bounds(currency, least, most))
    if (found) return found
  }
  const range = `${price}\\s?(?:[-–]|${word(between.map(([, and]) => and))})\\s?${marked}`
  return (
    take(draft, range, ([least, most]) => bounds(currency, least, most)) ??
    take(draft, `${word(below)}\\s?${price}${unlessMeasure}`, ([most]) =>
      bounds(currency, undefined, most),
    ) ??
    take(draft, `${word(above)}\\s?${price}${unlessMeasure}`, ([least]) => bounds(currency, least)) ??
    take(draft, `${word(from)}\\s?${marked}`, ([least]) => bounds(currency, least)) ??
    take(draft, `(?<![\\p{L}\\d.,])${marked}`, ([most]) => bounds(currency, undefined, most)) ??
    draft
  )
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

const word = (phrases: string[]): string =>
  `(?<!\\p{L})(?:${phrases
    .toSorted((a, b) => b.length - a.length)
    .map((each) => each.replaceAll(' ', '\\s'))
    .join('|')})(?!\\p{L})`

const joinedPrices = (languages: readonly Language[]) => ({
  below: languages.flatMap(({ price: { below } }) => below),
  above: languages.flatMap(({ price: { above } }) => above),
  from: languages.flatMap(({ price: { from } }) => from),
  between: languages.flatMap(({ price: { between } }) => between),
})

import { currencies, type Currency, currencyCodes } from '@mallhive/contracts/currencies'
import { type Language, wordsOf } from '../lexicon/language.ts'

const digits = String.raw`\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})?`

/** Returns patterns of amounts in these languages, each with a group for its number. */
export function moneyOf(languages: readonly Language[]) {
  const numbers = new Map(languages.flatMap(({ price }) => Object.entries(price.numbers)))
  const codes = new Map<string, string>([
    ...currencyCodes.map((code): [string, string] => [currencies[code].sign, code]),
    ...languages.flatMap(({ price }) => Object.entries(price.money).flatMap(namesOf)),
  ])
  const names = [...codes.keys()]
    .filter((name) => /^\p{L}/u.test(name))
    .toSorted((a, b) => b.length - a.length)
  const written = [...numbers.keys()].toSorted((a, b) => b.length - a.length).join('|')
  // `30,-` is a way to write 30.
  const amount = String.raw`((?<!\p{L})(?:${written})(?!\p{L})|${digits})(?![\d.,]*\d)(?:[.,][-–]{1,2})?`
  /** The sign or name of a currency behind a number. */
  const money = String.raw`(?:\p{Sc}|${names.join('|')})(?!\p{L})`
  const before = String.raw`(?:\p{Sc}|(?<!\p{L})(?:${[...new Set(codes.values())].join('|')})(?!\p{L}))\s?`
  /** `30,-` without a currency. */
  const dashed = String.raw`(${digits})[.,][-–]{1,2}(?![\p{L}\d])`
  const anyNumber = new RegExp(String.raw`\d|(?<!\p{L})(?:${written})(?!\p{L})`, 'iu')
  const anyMoney = new RegExp(String.raw`(?<!\p{L})${money}`, 'giu')
  return {
    money,
    /** Whether a text has a number, in digits or words. */
    hasNumber: (text: string) => anyNumber.test(text),
    /** A number, with or without a currency. */
    price: String.raw`(?:${before})?${amount}(?:\s?${money})?`,
    /** A number with a currency. */
    marked: String.raw`(?:${before}${amount}|${amount}\s?${money}|${dashed})`,
    /** Whether a text names a currency other than this one. */
    isForeign: (text: string, currency: Currency) =>
      [...text.matchAll(anyMoney)].some(([named]) => codes.get(named.toLowerCase()) !== currency),
    /** Reads a number with a decimal point or comma, or in words; three digits behind one are thousands. */
    valueOf(text: string): number {
      const named = numbers.get(text.toLowerCase().replaceAll(/\s/g, ' '))
      if (named !== undefined) return named
      const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(text) ?? []
      return Number(`${whole.replace(/[.,]/g, '')}.${decimals || 0}`)
    },
  }
}

const namesOf = ([code, names]: [string, string]) =>
  [code.toLowerCase(), ...wordsOf(names)].map((name): [string, string] => [name, code])

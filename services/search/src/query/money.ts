import { currencies } from '@mallhive/contracts/currencies'

// Patterns of amounts, each with a group for its number.
const amount = String.raw`(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})?)(?![\d.,]*\d)`
const signs = `[${Object.values(currencies)
  .map(({ sign }) => sign)
  .join('')}£]`

/** The sign or name of a currency behind a number. */
export const money = String.raw`(?:${signs}|eur(?:os?)?|usd|dollars?)(?!\p{L})`

/** A number, with or without a currency. */
export const price = String.raw`(?:(?:${signs})\s?)?${amount}(?:\s?${money})?`

/** A number with a currency. */
export const marked = String.raw`(?:(?:${signs})\s?${amount}|${amount}\s?${money})`

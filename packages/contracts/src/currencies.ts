/** Currencies with prices, the only list of them. `locale` formats amounts and numbers for shoppers who choose the currency. */
export const currencies = {
  EUR: { sign: '€', locale: 'en-IE' },
  USD: { sign: '$', locale: 'en-US' },
} as const satisfies Record<string, { sign: string; locale: string }>

export type Currency = keyof typeof currencies

export const defaultCurrency: Currency = 'EUR'

/** Whether the mall has prices in the currency of that code. */
export const isCurrency = (code: string): code is Currency => Object.hasOwn(currencies, code)

/** Returns the currency of that code, or the default one. */
export const currencyFrom = (code: string | undefined): Currency =>
  code !== undefined && isCurrency(code) ? code : defaultCurrency

export const currencyCodes = Object.keys(currencies).filter(isCurrency)

import { exponentOf } from '@mallhive/contracts/minor-units'

const formats = new Map<string, { format: Intl.NumberFormat; exponent: number }>()

/**
 * Formats integer minor units of an ISO 4217 currency for a BCP 47 locale, always with the currency's ISO number of
 * digits: server and browser may have different ICU tables and must render the same text.
 */
export function formatAmount(minor: number, currency: string, locale: string): string {
  const key = `${locale} ${currency}`
  let entry = formats.get(key)
  if (!entry) {
    const exponent = exponentOf(currency)
    const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent }
    entry = { format: new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }), exponent }
    formats.set(key, entry)
  }
  return entry.format.format(minor / 10 ** entry.exponent)
}

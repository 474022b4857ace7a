const formats = new Map<string, { format: Intl.NumberFormat; digits: number }>()

/** Formats integer minor units of an ISO 4217 currency for a BCP 47 locale. */
export function formatAmount(minor: number, currency: string, locale = 'en'): string {
  const key = `${locale} ${currency}`
  let entry = formats.get(key)
  if (!entry) {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
    entry = { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 }
    formats.set(key, entry)
  }
  return entry.format.format(minor / 10 ** entry.digits)
}

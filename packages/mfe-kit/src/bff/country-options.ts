import { countryCodes } from '@mallhive/contracts/markets'

/** The countries that the mall delivers to, named in a BCP 47 locale and sorted by that name: options of a select. */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  return countryCodes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
}

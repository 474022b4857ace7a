import { countryCodes } from '@mallhive/contracts/markets'

/**
 * Returns the countries that the mall delivers to as options of a select, named in a BCP 47 locale and sorted by name.
 */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  return countryCodes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
}

import { localeOfText } from '../product/locale-of-text.ts'
import type { FacetCount, Filter } from './facets.ts'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import type { Facet } from './facet-names.ts'

const clothingSizes = ['xs', 's', 'm', 'l', 'xl', 'xxl']

/** Groups counts by facet in display order: measures by size, other values by count. */
export function facetLists(
  facets: Facet[],
  counts: FacetCount[],
  filters: Filter[],
  locale: Locale = defaultLocale,
) {
  return facets
    .map(({ name, label, locale: labelLocale, ascending }) => {
      const chosen = filters.find((filter) => filter.name === name)?.values ?? []
      const values = counts
        .filter((count) => count.name === name)
        .map((each) => ({ ...each, shown: each.translation ?? each.label }))
        .toSorted(
          (a, b) =>
            (ascending ? extent(a.label) - extent(b.label) : 0) ||
            b.count - a.count ||
            a.shown.localeCompare(b.shown, locale),
        )
        .map(({ value, shown, translation, count }) => ({
          value,
          label: shown,
          // Names of shops have no language.
          locale: name === 'seller' ? '' : translation === null ? localeOfText(shown) : locale,
          count,
          selected: chosen.includes(value),
        }))
      return { name, label, locale: labelLocale, values }
    })
    .filter((facet) => facet.values.length > 0)
}

/** Returns a size as a number comparable within its facet: `1 l` is more than `600 ml`, `3 × 100 g` more than `250 g`. */
function extent(label: string): number {
  const known = clothingSizes.indexOf(label.toLowerCase())
  if (known >= 0) return known - clothingSizes.length
  const thousands = / (l|kg)$/.test(label) ? 1000 : 1
  const numbers = label.split('×').map((factor) => Number.parseFloat(factor))
  const amount = numbers.reduce((product, number) => product * number, thousands)
  return Number.isNaN(amount) ? Number.MAX_SAFE_INTEGER : amount
}

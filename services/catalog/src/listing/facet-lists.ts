import type { FacetCount, Filter } from './facets.ts'
import { facets } from './facet-names.ts'

const clothingSizes = ['xs', 's', 'm', 'l', 'xl', 'xxl']

/** Groups counts into the facets as they show: sizes by size, everything else by count; chosen values stay, even at 0. */
export function facetLists(counts: FacetCount[], filters: Filter[]) {
  return facets
    .map(({ name, label }) => {
      const chosen = filters.find((filter) => filter.name === name)?.values ?? []
      const counted = counts.filter((c) => c.name === name)
      const gone = chosen.filter((value) => !counted.some((c) => c.value === value))
      const values = [...counted, ...gone.map((value) => ({ value, label: value, count: 0 }))]
        .map(({ value, label: text, count }) => ({
          value,
          label: text,
          count,
          selected: chosen.includes(value),
        }))
        .toSorted(
          (a, b) =>
            rank(name, a.value) - rank(name, b.value) || b.count - a.count || a.label.localeCompare(b.label),
        )
      return { name, label, values }
    })
    .filter((facet) => facet.values.length > 0)
}

function rank(facet: string, value: string): number {
  if (facet !== 'size') return 0
  const known = clothingSizes.indexOf(value)
  if (known >= 0) return known
  const number = Number.parseFloat(value)
  return Number.isNaN(number) ? 1_000 : 10 + number
}

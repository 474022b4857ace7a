import type { FacetView } from '@mallhive/bff-catalog/router'
import { type ListAddress, toggled } from './list-address.ts'

/**
 * Returns the filters with one value of a facet chosen, or taken back. A rating replaces another one, as each includes the better
 * ones; a category replaces the one above and those below it.
 */
export function chooseValue(
  address: ListAddress,
  { name, values }: Pick<FacetView, 'name' | 'values'>,
  value: string,
): ListAddress['filters'] {
  const chosen = address.filters[name] ?? []
  if (chosen.includes(value)) return toggled(address, name, value)
  const parentOf = (one: string) => values.find((each) => each.value === one)?.parent
  const kept = chosen.filter(
    (each) => name !== 'rating' && parentOf(each) !== value && parentOf(value) !== each,
  )
  return { ...address.filters, [name]: [...kept, value] }
}

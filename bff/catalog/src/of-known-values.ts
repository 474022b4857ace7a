import type { Facet } from '@mallhive/contracts/catalog'

type Filter = { name: string; values: string[] }
type List = { total: number; facets: Facet[] }

/**
 * Reads a list with those values of its filters that exist. Services find nothing for the others and do not name them as chosen:
 * where they emptied the list, it is read again.
 */
export async function ofKnownValues<L extends List>(
  asked: Record<string, string[]>,
  read: (filters: Filter[]) => Promise<L>,
): Promise<L> {
  const filters = Object.entries(asked).map(([name, values]) => ({ name, values }))
  const list = await read(filters)
  if (list.total > 0) return list
  const known = filters.map(({ name, values }) => ({ name, values: values.filter(isChosenIn(list, name)) }))
  const isAllKnown = known.every((filter, at) => filter.values.length === filters[at]?.values.length)
  return isAllKnown ? list : read(known.filter(({ values }) => values.length > 0))
}

const isChosenIn =
  ({ facets }: List, name: string) =>
  (value: string) =>
    facets.some(
      (facet) => facet.name === name && facet.values.some((each) => each.selected && each.value === value),
    )

import type { ListView } from '@mallhive/bff-catalog/router'
import type { ListAddress } from './list-address.ts'

/** The only category or shop of a list, in which shoppers can search. */
export interface Scope {
  facet: (typeof scopes)[number]
  value: string
  label: string
  /** The language of the label, where it is not the page's. */
  lang?: string
}

const scopes = ['category', 'seller'] as const

/** Returns the category or shop that is chosen in a list; undefined for none, and for several. */
export function scopeOf(
  { filters }: Pick<ListAddress, 'filters'>,
  { facets }: Pick<ListView, 'facets'>,
): Scope | undefined {
  const [only, ...others] = scopes.flatMap((facet) =>
    (filters[facet] ?? []).map((value) => ({ facet, value })),
  )
  if (!only || others.length > 0) return undefined
  const known = facets
    .find(({ name }) => name === only.facet)
    ?.values.find(({ value }) => value === only.value)
  return known && { ...only, label: known.label, lang: known.lang }
}

/** Whether a list is of categories or shops only, known or not. */
export const isScoped = ({ filters }: Pick<ListAddress, 'filters'>): boolean =>
  scopes.some((facet) => (filters[facet] ?? []).length > 0)

/** Returns the change that leaves the scope: the rest is searched for in the whole mall. */
export function wholeMall({ filters }: Pick<ListAddress, 'filters'>): Pick<ListAddress, 'filters'> {
  const isScope = (name: string) => scopes.some((scope) => scope === name)
  return { filters: Object.fromEntries(Object.entries(filters).filter(([name]) => !isScope(name))) }
}

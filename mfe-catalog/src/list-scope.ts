import type { ListView } from '@mallhive/bff-catalog/router'
import { isNamed } from './facet-words.ts'
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

type Filtered = Pick<ListAddress, 'filters'>

const chosenIn = ({ filters }: Filtered) =>
  scopes.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })))

/** Returns the category or shop that is chosen in a list; undefined for none, for several, and for one that does not exist. */
export function scopeOf(address: Filtered, { facets }: Pick<ListView, 'facets'>): Scope | undefined {
  const [only, ...others] = chosenIn(address)
  if (!only || others.length > 0) return undefined
  const known = facets
    .find(({ name }) => name === only.facet)
    ?.values.find(({ value }) => value === only.value)
  return known && isNamed(known) ? { ...only, label: known.label, lang: known.lang } : undefined
}

/** Whether a list is of categories or shops only. */
export const isScoped = (address: Filtered): boolean => chosenIn(address).length > 0

/** Returns the change that leaves the scope: the rest is searched for in the whole mall. */
export function wholeMall({ filters }: Filtered): Filtered {
  const isScope = (name: string) => scopes.some((scope) => scope === name)
  return { filters: Object.fromEntries(Object.entries(filters).filter(([name]) => !isScope(name))) }
}

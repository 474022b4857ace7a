import type { ListView } from '@mallhive/bff-catalog/router'

/** The state of a list, parsed from its address. Invalid parameters are ignored. */
export interface ListAddress {
  query?: string
  /** The query's words are searched for as typed. */
  verbatim?: boolean
  filters: Record<string, string[]>
  /** Price bounds as typed; the BFF reads them. */
  min?: string
  max?: string
  sort: Sort
  /** The number of the page, from 2. */
  page?: number
  /** A place in the list: the page begins there, whatever was added before it. */
  cursor?: string
  /** The facet of which all values are shown. */
  whole?: string
}

export const sorts = [
  'relevance',
  'best-selling',
  'newest',
  'price-asc',
  'price-desc',
  'rating',
] as const satisfies ListView['sort'][]
type Sort = (typeof sorts)[number]

/** Parameters that are not facets. `shownAddress` reduces the others to those of the list. */
const reserved = new Set(['q', 'verbatim', 'min', 'max', 'sort', 'page', 'cursor', 'whole', 'flash'])
const facetName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const mostFilters = 20
const stars = /^[1-5](\.\d)?$/
/** Facets with one value. */
const switches = new Map([
  ['stock', 'in-stock'],
  ['offer', 'on-sale'],
])

export function readAddress(search: Record<string, string | undefined>): ListAddress {
  const filters: Record<string, string[]> = {}
  for (const [name, text] of Object.entries(search).slice(0, 100)) {
    if (reserved.has(name) || name.length > 40 || !facetName.test(name)) continue
    if (Object.keys(filters).length === mostFilters) break
    const values = (text ?? '').split(',').filter((value) => isValue(name, value))
    if (values.length > 0) filters[name] = [...new Set(values)].slice(0, 20)
  }
  const query = queryText(search['q'])
  return {
    query,
    verbatim: (query && search['verbatim'] === '1') || undefined,
    filters,
    min: priceText(search['min']),
    max: priceText(search['max']),
    sort: sorts.find((sort) => sort === search['sort']) ?? 'relevance',
    page: pageNumber(search['page']),
    cursor: search['cursor']?.slice(0, 500) || undefined,
    whole: search['whole']?.slice(0, 40) || undefined,
  }
}

/**
 * Returns the address of what a list shows: with only those filters that it has, or would have if search answered, and in the
 * order that it has.
 */
export function shownAddress(
  address: ListAddress,
  list: Pick<ListView, 'facets' | 'unapplied' | 'sort'>,
): ListAddress {
  const shown = (name: string, value: string) =>
    list.unapplied.includes(name) ||
    list.facets.some(
      (facet) => facet.name === name && facet.values.some((each) => each.selected && each.value === value),
    )
  const filters = Object.entries(address.filters).flatMap(([name, all]) => {
    const values = all.filter((value) => shown(name, value))
    return values.length > 0 ? [[name, values] as const] : []
  })
  return { ...address, filters: Object.fromEntries(filters), sort: list.sort }
}

/** Returns the URL of a list. Any change except of the page starts at the first page. */
export function hrefOf(path: string, address: ListAddress, change: Partial<ListAddress> = {}): string {
  const { query, verbatim, filters, min, max, sort, page, cursor, whole } = {
    ...address,
    page: undefined,
    cursor: undefined,
    whole: undefined,
    ...change,
  }
  const params = new URLSearchParams()
  if (query) params.set('q', query)
  if (query && verbatim) params.set('verbatim', '1')
  for (const [name, values] of Object.entries(filters)) {
    if (values.length > 0) params.set(name, values.join(','))
  }
  if (min !== undefined) params.set('min', min)
  if (max !== undefined) params.set('max', max)
  if (sort !== 'relevance') params.set('sort', sort)
  if (page !== undefined && page > 1) params.set('page', String(page))
  if (cursor) params.set('cursor', cursor)
  if (whole) params.set('whole', whole)
  const text = params.toString().replaceAll('%2C', ',')
  return text ? `${path}?${text}` : path
}

/** Returns the filters with one value toggled. */
export function toggled({ filters }: ListAddress, name: string, value: string): ListAddress['filters'] {
  const values = filters[name] ?? []
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
  return { ...filters, [name]: next }
}

/** Returns the change that takes back all filters, those that the query contains too. */
export function unfiltered(
  { query }: ListAddress,
  { understood }: Pick<ListView, 'understood'>,
): Partial<ListAddress> {
  return { query: understood?.plain ?? query, filters: {}, min: undefined, max: undefined }
}

export function isNarrowed({ filters, min, max }: ListAddress): boolean {
  return min !== undefined || max !== undefined || Object.values(filters).some((values) => values.length > 0)
}

/** Any other text than that of a later page's number is the first page. */
function pageNumber(text = ''): number | undefined {
  const page = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1
  return page > 1 ? page : undefined
}

function isValue(facet: string, value: string): boolean {
  if (facet === 'rating') return stars.test(value)
  return value !== '' && value.length <= 80 && value === (switches.get(facet) ?? value)
}

/** Controls, marks that set the direction of what follows, and half a character at the end. */
const unprintable = /\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu

const queryText = (text: string | undefined) =>
  text?.trim().slice(0, 200).replaceAll(unprintable, ' ').trim() || undefined

const priceText = (text: string | undefined) => text?.trim().slice(0, 40) || undefined

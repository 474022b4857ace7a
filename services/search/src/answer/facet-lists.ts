import type { MessageInitShape } from '@bufbuild/protobuf'
import type { FacetSchema } from '@mallhive/contracts/catalog'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { type Catalogue, categoriesIn } from '../catalogue/catalogue.ts'
import { ownFacets } from '../index/own-facets.ts'
import type { FacetCount } from '../index/port.ts'
import { ratings } from '../index/tags.ts'
import { extentOf } from './extent-of.ts'
import { localeOfText } from './locale-of-text.ts'

export type Filter = { name: string; values: string[] }

/**
 * Groups counts by facet in display order, with labels in a language: categories, stock and offers, attributes,
 * shops. Measures are sorted by size, other values by count. Chosen values with a count of 0 stay if they exist.
 */
export function facetLists(
  catalogue: Catalogue,
  counts: FacetCount[],
  filters: Filter[],
  locale: Locale,
): MessageInitShape<typeof FacetSchema>[] {
  const counted = Map.groupBy(counts, ({ name }) => name)
  return facetsOf(catalogue, locale).flatMap(({ name, isAscending, ...facet }) => {
    const found = counted.get(name) ?? []
    const chosen = filters.find((filter) => filter.name === name)?.values ?? []
    const gone = chosen.filter(
      (value) => !found.some((each) => each.value === value) && isValue(catalogue, name, value),
    )
    const extents = new Map<string, number>()
    const values = [...found, ...gone.map((value) => ({ value, count: 0 }))].map(({ value, count }) => {
      const inDefault = labelOf(catalogue, name, value, defaultLocale)?.label ?? value
      extents.set(value, name === rating ? -Number(value) : isAscending ? extentOf(inDefault) : 0)
      const worded = labelOf(catalogue, name, value, locale) ?? unlabelled(value)
      const parent = name === category ? parentOf(catalogue, value) : ''
      return { value, count, selected: chosen.includes(value), parent, ...worded }
    })
    const extent = ({ value }: { value: string }) => extents.get(value) ?? 0
    const sorted = values.toSorted(
      (a, b) => extent(a) - extent(b) || b.count - a.count || a.label.localeCompare(b.label, locale),
    )
    return sorted.length > 0 ? [{ name, ...facet, values: sorted }] : []
  })
}

type Label = { label: string; locale: string }

/** Facets that are no attributes: clients word them. */
const category = 'category'
const seller = 'seller'
const rating = 'rating'

function facetsOf({ attributes }: Catalogue, locale: Locale) {
  const worded = (labels: Record<string, string>): Label => {
    const own = labels[locale]
    return own === undefined
      ? { label: labels[defaultLocale] ?? '', locale: defaultLocale }
      : { label: own, locale }
  }
  const own = (name: string) => ({ name, label: '', locale: '', isAscending: false })
  const defined = attributes.filter(({ isFacet }) => isFacet)
  return [
    ...[category, ...Object.keys(ownFacets)].map(own),
    ...defined.map(({ name, labels, isAscending }) => ({ name, ...worded(labels), isAscending })),
    own(rating),
    own(seller),
  ]
}

/** Returns the slug of the category above; empty for a top one. */
function parentOf(catalogue: Catalogue, slug: string): string {
  const known = categoriesIn(catalogue, defaultLocale)
  const parentId = known.get(slug)?.parentId
  return (parentId && [...known.values()].find(({ id }) => id === parentId)?.slug) || ''
}

/** Whether lists can be filtered by a facet of this name. */
export const isFacet = ({ attributes }: Catalogue, name: string): boolean =>
  [category, seller, rating].includes(name) ||
  Object.hasOwn(ownFacets, name) ||
  attributes.some((each) => each.name === name && each.isFacet)

function isValue(catalogue: Catalogue, name: string, value: string): boolean {
  if (name === rating) return ratings.some((least) => value === `${least}`)
  const own = Object.entries(ownFacets).find(([facet]) => facet === name)
  return own ? own[1] === value : labelOf(catalogue, name, value, defaultLocale) !== undefined
}

const unlabelled = (value: string): Label => ({ label: value, locale: localeOfText(value) })

function labelOf(catalogue: Catalogue, name: string, value: string, locale: Locale): Label | undefined {
  if (name === category) {
    const known = categoriesIn(catalogue, locale).get(value)
    return known && { label: known.name, locale: known.locale }
  }
  if (name === seller) {
    const shop = catalogue.shops.get(value)
    return shop && { label: shop.name, locale: '' }
  }
  const labels = catalogue.labels.get(`${name}:${value}`)
  const [own, other] = [labels?.[locale], labels?.[defaultLocale]]
  if (own !== undefined) return { label: own, locale: locale === defaultLocale ? localeOfText(own) : locale }
  return other === undefined ? undefined : unlabelled(other)
}

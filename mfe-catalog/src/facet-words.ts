import type { FacetValueView, FacetView } from '@mallhive/bff-catalog/router'
import type { Translate } from './messages.ts'

/** Returns what a facet is called; those that are no attributes have no label. */
export function facetName({ name, label }: Pick<FacetView, 'name' | 'label'>, t: Translate): string {
  if (name === 'category') return t('filters.category')
  if (name === 'rating') return t('filters.rating')
  return name === 'seller' ? t('filters.shop') : label
}

type Value = Pick<FacetValueView, 'value' | 'label'> & Partial<Pick<FacetValueView, 'count'>>

/** Whether a category or shop exists. One that does not has no name, and its value may be any text. */
export const isNamed = ({ value, label, count = 0 }: Value): boolean => count > 0 || label !== value

/** Returns what a value of a facet is called; a category or shop that does not exist, as its facet. */
export function valueName(facet: string, { value, label, count }: Value, t: Translate): string {
  if (facet === 'stock') return t('filters.in-stock')
  if (facet === 'offer') return t('filters.on-sale')
  if (facet === 'rating') return t('filters.rated', { stars: Number(value) })
  const isText = (facet === 'category' || facet === 'seller') && !isNamed({ value, label, count })
  return isText ? facetName({ name: facet, label }, t) : label
}

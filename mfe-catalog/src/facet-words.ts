import type { FacetValueView, FacetView } from '@mallhive/bff-catalog/router'
import type { Translate } from './messages.ts'

/** Returns what a facet is called; those that are no attributes have no label. */
export function facetName({ name, label }: Pick<FacetView, 'name' | 'label'>, t: Translate): string {
  if (name === 'category') return t('filters.category')
  if (name === 'rating') return t('filters.rating')
  return name === 'seller' ? t('filters.shop') : label
}

/** Returns what a value of a facet is called. */
export function valueName(
  facet: string,
  { value, label }: Pick<FacetValueView, 'value' | 'label'>,
  t: Translate,
): string {
  if (facet === 'stock') return t('filters.in-stock')
  if (facet === 'offer') return t('filters.on-sale')
  return facet === 'rating' ? t('filters.rated', { stars: Number(value) }) : label
}

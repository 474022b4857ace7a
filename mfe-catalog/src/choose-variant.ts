import type { ProductView, VariantView } from '@mallhive/bff-catalog/router'

/**
 * Returns the variant that an address names; without an exact match the one with the most matching options, preferring those in
 * stock.
 */
export function chooseVariant(
  { options, variants }: Pick<ProductView, 'options' | 'variants'>,
  search: Record<string, string | undefined>,
): VariantView | undefined {
  const score = (variant: VariantView) =>
    options.filter(({ name }) => variant.options[name] === search[name]).length * 2 +
    (variant.stock === 'sold-out' ? 0 : 1)
  return variants.toSorted((a, b) => score(b) - score(a))[0]
}

/** Returns the address of a variant. */
export function variantHref(slug: string, chosen: Record<string, string>): string {
  return `/p/${slug}?${new URLSearchParams(chosen).toString()}`
}

import type { ProductView, VariantView } from '@mallhive/bff-catalog/router'

/**
 * The variant that an address names. Where it names none exactly, the one that agrees with the most of it, and among
 * those one that can be bought.
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

/** The variant's own address. */
export function variantHref(slug: string, chosen: Record<string, string>): string {
  return `/p/${slug}?${new URLSearchParams(chosen).toString()}`
}

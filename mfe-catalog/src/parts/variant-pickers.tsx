import type { ProductView, VariantView } from '@mallhive/bff-catalog/router'
import { OptionPicker } from '@mallhive/design-system'
import { variantHref } from '../choose-variant.ts'

/** One picker per option. A choice keeps the others; sold-out and missing combinations are struck through. */
export function VariantPickers({ product, variant }: { product: ProductView; variant: VariantView }) {
  return product.options.map((option) => (
    <OptionPicker
      key={option.name}
      legend={option.label}
      lang={option.lang}
      options={option.values.map(({ value, label, lang, swatch }) => {
        const chosen = { ...variant.options, [option.name]: value }
        const match = product.variants.find(({ options }) =>
          Object.entries(chosen).every(([name, wanted]) => options[name] === wanted),
        )
        return {
          value,
          label,
          lang,
          swatch: swatch || undefined,
          href: variantHref(product.slug, chosen),
          selected: variant.options[option.name] === value,
          unavailable: !match || match.stock === 'sold-out',
        }
      })}
    />
  ))
}

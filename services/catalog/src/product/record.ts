// The shapes kept as JSON in the product tables.

export type ImageRecord = { path: string; alt: string; widths: number[] }
export type OptionRecord = {
  name: string
  label: string
  values: { value: string; label: string; swatch: string }[]
}
export type OptionTexts = { name: string; label: string; values: { value: string; label: string }[] }
export type AttributeRecord = { name: string; label: string; value: string }

type PriceRecord = { currency: string; priceMinor: number; wasMinor: number | null }
export type VariantRecord = {
  sku: string
  sellerSku: string
  options: Record<string, string>
  image: ImageRecord | null
  weightGrams: number
  prices: PriceRecord[]
}

export type TranslationRecord = {
  locale: string
  title: string
  description: string
  options: OptionTexts[]
  attributes: AttributeRecord[]
  alts: Record<string, string>
}

// A product with its variants, as stored.
export type ProductRecord = {
  id: string
  slug: string
  title: string
  description: string
  categoryId: string
  sellerId: string
  status: 'draft' | 'active' | 'archived'
  attributes: AttributeRecord[]
  options: OptionRecord[]
  images: ImageRecord[]
  ratingAverage: number
  ratingCount: number
  featured: number | null
  createdAt: string
  variants: VariantRecord[]
  /** Absent in a save that keeps those that are stored. */
  translations?: TranslationRecord[] | undefined
}

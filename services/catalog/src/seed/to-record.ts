import type {
  AttributeRecord,
  ImageRecord,
  OptionRecord,
  ProductRecord,
  VariantRecord,
} from '../product/record.ts'
import { axisOf } from './axis.ts'
import type { Draft } from './catalogue/draft.ts'
import { shops } from './catalogue/shops.ts'
import { idOf, slugOf } from './ids.ts'
import { type Picture, pathOf, widths } from './media/picture.ts'
import { type ColourName, palette } from './palette.ts'

const dayMs = 86_400_000
const opened = Date.UTC(2026, 5, 1)

/**
 * Converts a draft to a product record.
 * @param position position on its shelf; the first products are the newest
 */
export function toRecord(draft: Draft, shelfSlug: string, position: number): ProductRecord {
  const slug = slugOf(draft.title)
  const colours: ColourName[] = draft.colours ?? ['classic']
  const [ratingAverage = 0, ratingCount = 0] = draft.rating ?? []
  const variants = variantsOf(draft, slug, colours)
  const others = colours.length > 1 ? [] : [imageOf(draft, colours[0] ?? 'classic', 'close')]
  return {
    id: idOf(`product ${slug}`),
    slug,
    title: draft.title,
    description: draft.text.trim(),
    categoryId: idOf(`category ${shelfSlug}`),
    sellerId: shops.find((shop) => shop.slug === draft.shop)?.id ?? '',
    status: 'active',
    attributes: attributesOf(draft),
    options: optionsOf(draft, colours),
    images: [...colours.map((colour) => imageOf(draft, colour)), ...others],
    ratingAverage,
    ratingCount,
    featured: null,
    createdAt: new Date(opened - position * dayMs).toISOString(),
    variants,
  }
}

/** Returns the pictures of a product. */
export function picturesOf(draft: Draft): Picture[] {
  const colours: ColourName[] = draft.colours ?? ['classic']
  const look = draft.look ?? 'single'
  const own = colours.map((colour): Picture => ({ emoji: draft.emoji, colour, look }))
  return colours.length > 1
    ? own
    : [...own, { emoji: draft.emoji, colour: colours[0] ?? 'classic', look: 'close' }]
}

function variantsOf(draft: Draft, slug: string, colours: ColourName[]): VariantRecord[] {
  const sizes = draft.sizes ?? ['']
  return colours.flatMap((colour) =>
    sizes.map((size) => ({
      sku: skuOf(slug, draft.colours ? colour : '', size),
      sellerSku: skuOf(slug, draft.colours ? colour : '', size),
      options: { ...(draft.colours && { colour }), ...(size && { [axisOf(draft).name]: slugOf(size) }) },
      image: imageOf(draft, colour),
      weightGrams: draft.grams,
      prices: (['eur', 'usd'] as const).map((currency) => ({
        currency: currency.toUpperCase(),
        priceMinor: Math.round(draft[currency] * 100),
        wasMinor: draft.was ? Math.round(draft.was[currency] * 100) : null,
      })),
    })),
  )
}

/** Returns a readable SKU: URLs, carts and tests name hand-written variants. */
const skuOf = (slug: string, colour: string, size: string): string =>
  [slug, colour, size && slugOf(size)].filter(Boolean).join('.').slice(0, 64)

function imageOf(draft: Draft, colour: ColourName, look = draft.look ?? 'single'): ImageRecord {
  const alt = draft.colours ? `${draft.title}, ${palette[colour].label.toLowerCase()}` : draft.title
  return { path: pathOf({ emoji: draft.emoji, colour, look }), alt, widths }
}

function optionsOf(draft: Draft, colours: ColourName[]): OptionRecord[] {
  const colour = {
    name: 'colour',
    label: 'Colour',
    values: colours
      .map((value) => ({ value, ...palette[value] }))
      .map(({ value, label, swatch }) => ({ value, label, swatch })),
  }
  const size = {
    ...axisOf(draft),
    values: (draft.sizes ?? []).map((label) => ({ value: slugOf(label), label, swatch: '' })),
  }
  return [...(draft.colours ? [colour] : []), ...(draft.sizes ? [size] : [])]
}

const factLabels = {
  material: 'Material',
  suits: 'Made for',
  origin: 'Made in',
  dimensions: 'Dimensions',
  care: 'Care',
} as const

function attributesOf({ facts: { more = {}, ...facts } }: Draft): AttributeRecord[] {
  const known = (Object.keys(factLabels) as (keyof typeof factLabels)[]).flatMap((name) => {
    const value = facts[name]
    return value ? [{ name, label: factLabels[name], value }] : []
  })
  return [...known, ...Object.entries(more).map(([label, value]) => ({ name: slugOf(label), label, value }))]
}

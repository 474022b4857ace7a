import type { Product, Variant } from '@mallhive/contracts/catalog'
import { defaultLocale } from '@mallhive/contracts/locales'
import { minorOf } from '@mallhive/contracts/money'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { type ImageView, type StockState, stockState, toImage } from './tile-view.ts'

export type VariantView = {
  sku: string
  options: Record<string, string>
  price: { minor: number; currency: string; wasMinor?: number }
  image?: ImageView
  /** Units left; undefined when the inventory did not answer. */
  available?: number
  stock?: StockState
}

/** `lang` and `aboutLang` are languages of texts, where they are not the page's. */
type ProductTexts = { title: string; description: string; lang?: string }
/** A label and a value, with their languages where they are not the page's. */
type AttributeTexts = { name: string; label: string; value: string; labelLang?: string; valueLang?: string }
type OptionView = {
  name: string
  label: string
  lang?: string
  values: { value: string; label: string; lang?: string; swatch: string }[]
}
type CategoryLink = { slug: string; name: string; lang?: string }
type ShopTexts = { about: string; aboutLang?: string }

export type ProductView = ReturnType<typeof toProduct>

/** A product for its page, priced in one currency. @param levels units by SKU; undefined when the inventory did not answer */
export function toProduct(
  product: Product,
  { currency, lang: pageLang }: { currency: string; lang: string },
  levels?: Map<string, number>,
) {
  const { category, seller } = product
  const lang = foreignLang(product.locale, pageLang)
  const texts: ProductTexts = { title: product.title, description: product.description, lang }
  const categoryLink: CategoryLink = {
    slug: category?.slug ?? '',
    name: category?.name ?? '',
    lang: foreignLang(category?.locale ?? '', pageLang),
  }
  const about: ShopTexts = { about: seller?.about ?? '', aboutLang: foreignLang(defaultLocale, pageLang) }
  return {
    id: product.id,
    slug: product.slug,
    ...texts,
    hue: category?.tintHue ?? 0,
    category: categoryLink,
    seller: {
      slug: seller?.slug ?? '',
      name: seller?.name ?? '',
      ...about,
      city: seller?.city ?? '',
      country: seller?.country ?? '',
    },
    rating: { value: product.ratingAverage, count: product.ratingCount },
    attributes: product.attributes.map(
      ({ name, label, value, labelLocale, valueLocale }): AttributeTexts => ({
        name,
        label,
        value,
        labelLang: foreignLang(labelLocale, pageLang),
        valueLang: foreignLang(valueLocale, pageLang),
      }),
    ),
    options: product.options.map(({ name, label, locale, values }): OptionView => ({
      name,
      label,
      lang: foreignLang(locale, pageLang),
      values: values.map((each) => ({
        value: each.value,
        label: each.label,
        lang: foreignLang(each.locale, pageLang),
        swatch: each.swatch,
      })),
    })),
    images: product.images.flatMap((image) => toImage(image, lang) ?? []),
    variants: product.variants.flatMap((variant) => toVariant(variant, { currency, lang }, levels) ?? []),
    stockKnown: levels !== undefined,
  }
}

function toVariant(
  variant: Variant,
  { currency, lang }: { currency: string; lang?: string },
  levels?: Map<string, number>,
): VariantView | undefined {
  const offer = variant.prices.find(({ price }) => price?.currency === currency)
  if (!offer) return undefined
  const available = levels && (levels.get(variant.sku) ?? 0)
  return {
    sku: variant.sku,
    options: { ...variant.options },
    price: { minor: minorOf(offer.price), currency, wasMinor: offer.was && minorOf(offer.was) },
    image: toImage(variant.image, lang),
    available,
    stock: available === undefined ? undefined : stockState(available),
  }
}

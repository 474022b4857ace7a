import type { Currency } from '@mallhive/contracts/currencies'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import type { DocumentPrice, DocumentTexts, ProductDocument } from './document.ts'
import type { IndexCard } from './port.ts'

/** The part of a document that lists show, in all languages and currencies. */
export type StoredCard = Pick<
  ProductDocument,
  'id' | 'slug' | 'seller' | 'tintHue' | 'image' | 'ratingAverage' | 'ratingCount' | 'skus' | 'prices'
> & {
  categorySlug: string
  /** Absent in an index that an earlier release has made. */
  colourImages?: ProductDocument['colourImages']
  titles: Partial<Record<Locale, Pick<DocumentTexts, 'title' | 'alt' | 'colourAlts'>>>
}

export function cardOf(document: ProductDocument): StoredCard {
  const { id, slug, seller, tintHue, image, colourImages, ratingAverage, ratingCount, skus, prices } =
    document
  const titles: StoredCard['titles'] = Object.fromEntries(
    Object.entries(document.texts).map(([locale, { title, alt, colourAlts }]) => [
      locale,
      { title, alt, colourAlts },
    ]),
  )
  const categorySlug = document.categorySlugs.at(-1) ?? ''
  return {
    id,
    slug,
    seller,
    tintHue,
    image,
    colourImages,
    ratingAverage,
    ratingCount,
    skus,
    prices,
    categorySlug,
    titles,
  }
}

/** Returns a card in a language and currency, or undefined where the product is not on sale in it. */
export function shownCard(stored: StoredCard, locale: Locale, currency: Currency): IndexCard | undefined {
  const { titles, prices, ...card } = stored
  const price = prices.find((each: DocumentPrice) => each.currency === currency)
  const own = titles[locale]
  const { title, alt, colourAlts } = own ?? titles[defaultLocale] ?? { title: '', alt: '' }
  return (
    price && {
      ...card,
      colourImages: (card.colourImages ?? []).map((image) => ({
        ...image,
        alt: colourAlts?.[image.colour] ?? title,
      })),
      locale: own ? locale : defaultLocale,
      title,
      image: { ...card.image, alt },
      priceMinor: price.lowestMinor,
      wasMinor: price.wasMinor,
      priceFrom: price.lowestMinor !== price.highestMinor,
    }
  )
}

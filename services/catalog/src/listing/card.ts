import { create } from '@bufbuild/protobuf'
import { ProductCardSchema, type ProductCard } from '@mallhive/contracts/catalog'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { toMoney } from '@mallhive/contracts/money'
import { sql, type SQL } from 'drizzle-orm'
import type { ImageRecord } from '../product/record.ts'

// The part of a product in a list that does not depend on the currency.
export type Card = {
  id: string
  slug: string
  title: string
  seller: { id: string; slug: string; name: string; city: string; country: string }
  categorySlug: string
  tintHue: number
  image: ImageRecord
  ratingAverage: number
  ratingCount: number
  skus: string[]
}

export type ListingRow = {
  card: Card
  currency: string
  priceMinor: number
  wasMinor: number | null
  priceFrom: boolean
  /** Null in the default language, and for a product without a translation. */
  translation: { locale: string; title: string; alt: string } | null
}

/** Returns the columns of `catalog.listings l` that `toCard` reads. */
export const cardColumns = (locale: Locale): SQL => sql`
  l.card, l.currency, l.price_minor::float8 as "priceMinor", l.was_minor::float8 as "wasMinor",
  l.price_from as "priceFrom", ${cardTranslation(locale)} as translation`

const cardTranslation = (locale: Locale): SQL =>
  locale === defaultLocale
    ? sql`null::json`
    : sql`(
        select json_build_object('locale', t.locale, 'title', t.title,
          'alt', coalesce(t.alts ->> (l.card -> 'image' ->> 'path'), t.title))
        from catalog.product_translations t where t.product_id = l.product_id and t.locale = ${locale})`

export function toCard({ card, translation, ...row }: ListingRow): ProductCard {
  const { locale, title, alt } = translation ?? {
    locale: defaultLocale,
    title: card.title,
    alt: card.image.alt,
  }
  return create(ProductCardSchema, {
    ...card,
    locale,
    title,
    image: { ...card.image, alt },
    priceFrom: row.priceFrom,
    price: {
      price: toMoney(row.priceMinor, row.currency),
      was: row.wasMinor === null ? undefined : toMoney(row.wasMinor, row.currency),
    },
  })
}

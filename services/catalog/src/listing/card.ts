import { create } from '@bufbuild/protobuf'
import { ProductCardSchema, type ProductCard } from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
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
}

export function toCard(row: ListingRow): ProductCard {
  return create(ProductCardSchema, {
    ...row.card,
    priceFrom: row.priceFrom,
    price: {
      price: toMoney(row.priceMinor, row.currency),
      was: row.wasMinor === null ? undefined : toMoney(row.wasMinor, row.currency),
    },
  })
}

import { create } from '@bufbuild/protobuf'
import { type ProductCard, ProductCardSchema } from '@mallhive/contracts/catalog'
import type { Currency } from '@mallhive/contracts/currencies'
import { toMoney } from '@mallhive/contracts/money'
import type { IndexCard } from '../index/port.ts'

export function toCard({ priceMinor, wasMinor, ...card }: IndexCard, currency: Currency): ProductCard {
  return create(ProductCardSchema, {
    ...card,
    price: {
      price: toMoney(priceMinor, currency),
      was: wasMinor === null ? undefined : toMoney(wasMinor, currency),
    },
  })
}

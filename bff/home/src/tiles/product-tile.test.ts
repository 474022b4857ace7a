import { create } from '@bufbuild/protobuf'
import { ProductSchema, ProductStatus } from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
import { expect, test } from 'vitest'
import { tileOfProduct } from './product-tile.ts'

const variant = (sku: string, eur: number, usd?: number) => ({
  sku,
  prices: [
    { price: toMoney(eur, 'EUR') },
    ...(usd === undefined
      ? []
      : [
          {
            price: toMoney(usd, 'USD'),
            was: toMoney(usd + 500, 'USD'),
          },
        ]),
  ],
})

const product = create(ProductSchema, {
  locale: 'en',
  status: ProductStatus.ACTIVE,
  variants: [variant('a', 4900), variant('b', 4500, 5200)],
})

test('a tile shows the lowest price in the shopper’s own currency', () => {
  expect(tileOfProduct(product, { currency: 'EUR', lang: 'en' })?.price).toEqual({
    minor: 4500,
    currency: 'EUR',
    from: true,
  })
  expect(tileOfProduct(product, { currency: 'USD', lang: 'en' })?.price).toEqual({
    minor: 5200,
    wasMinor: 5700,
    currency: 'USD',
    from: false,
  })
})

test('a product that cannot be bought has no tile', () => {
  expect(tileOfProduct(product, { currency: 'GBP', lang: 'en' })).toBeUndefined()
  expect(
    tileOfProduct({ ...product, status: ProductStatus.ARCHIVED }, { currency: 'EUR', lang: 'en' }),
  ).toBeUndefined()
})

test('a title in another language than the page’s names it', () => {
  const langOn = (lang: string) => tileOfProduct(product, { currency: 'EUR', lang })?.lang
  expect([langOn('en'), langOn('de')]).toEqual([undefined, 'en'])
})

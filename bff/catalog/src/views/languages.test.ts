import { create } from '@bufbuild/protobuf'
import { CategorySchema, ProductCardSchema, ProductSchema } from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
import { expect, test } from 'vitest'
import { toCategory } from './category-view.ts'
import { toProduct } from './product-view.ts'
import { toTile } from './tile-view.ts'

const image = { path: 'a/b', alt: 'A jug', widths: [160] }
const price = { price: toMoney(4900, 'EUR') }
const product = create(ProductSchema, {
  title: 'Jug',
  locale: 'en',
  category: { slug: 'cups', name: 'Tassen', locale: 'de' },
  seller: { about: 'Two potters.' },
  images: [image],
})

test('a product names the language of each text that is not in the page’s', () => {
  const { lang, category, seller, images } = toProduct(product, { currency: 'EUR', lang: 'de' })
  expect([lang, category.lang, seller.aboutLang, images[0]?.lang]).toEqual(['en', undefined, 'en', 'en'])
  const english = toProduct(product, { currency: 'EUR', lang: 'en' })
  expect([english.lang, english.category.lang, english.seller.aboutLang]).toEqual([
    undefined,
    'de',
    undefined,
  ])
})

test('a tile and a category name a language that is not the page’s, and none that the catalogue does not name', () => {
  const card = create(ProductCardSchema, { title: 'Jug', locale: 'en', image, price })
  expect(['de', 'en'].map((lang) => toTile(card, lang).lang)).toEqual(['en', undefined])
  expect(toTile(card, 'de').image?.lang).toBe('en')
  expect(toTile(create(ProductCardSchema, { title: 'Jug', price }), 'de').lang).toBeUndefined()
  const cups = create(CategorySchema, { id: 'b', parentId: 'a', slug: 'cups', name: 'Cups', locale: 'en' })
  const kitchen = create(CategorySchema, { id: 'a', slug: 'kitchen', name: 'Küche', locale: 'de' })
  expect(toCategory('cups', [kitchen, cups], 'de')).toMatchObject({ lang: 'en', parent: { lang: undefined } })
  expect(toCategory('kitchen', [kitchen, cups], 'de')?.children).toMatchObject([{ lang: 'en' }])
})

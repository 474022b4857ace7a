import { create } from '@bufbuild/protobuf'
import {
  CategorySchema,
  ListProductsResponseSchema,
  ProductCardSchema,
  ProductSchema,
} from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
import { expect, test } from 'vitest'
import { toCategory } from './category-view.ts'
import { toList } from './list-view.ts'
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

test('attributes, options and facets name the languages that are not the page’s', () => {
  const texts = create(ProductSchema, {
    attributes: [{ name: 'glaze', label: 'Lasur', labelLocale: 'de', value: 'Matt', valueLocale: 'en' }],
    options: [
      { name: 'size', label: 'Size', locale: 'en', values: [{ value: 'xl', label: 'XL', locale: '' }] },
    ],
  })
  const { attributes, options } = toProduct(texts, { currency: 'EUR', lang: 'de' })
  expect(attributes).toMatchObject([{ labelLang: undefined, valueLang: 'en' }])
  expect(options).toMatchObject([{ lang: 'en', values: [{ lang: undefined }] }])
  const values = [
    { value: 'wool', label: 'Wolle', locale: 'de' },
    { value: 'felt', label: 'Felt', locale: 'en' },
  ]
  const list = create(ListProductsResponseSchema, {
    facets: [{ name: 'material', label: 'Material', locale: 'de', values }],
    total: 2,
  })
  const [facet] = toList(list, { bounds: {}, errors: {}, pageLang: 'de' }).facets
  expect([facet?.lang, ...(facet?.values.map(({ lang }) => lang) ?? [])]).toEqual([
    undefined,
    undefined,
    'en',
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

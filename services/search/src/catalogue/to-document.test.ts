import { CatalogService } from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
import { accepts } from '@mallhive/service-kit/callers'
import { testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { afterAll, expect, test } from 'vitest'
import { fakeCatalogue, testProduct } from '../test-catalogue.ts'
import { openCatalogue } from './catalogue.ts'
import { toDocument } from './to-document.ts'

const platform = testPlatform()
await platform.start(
  'catalog',
  async (host) =>
    host.routes(
      (router) => void router.service(CatalogService, fakeCatalogue().rpcs),
      [accepts(CatalogService, ['anyone'])],
    ),
  testEnv(),
)
afterAll(() => platform[Symbol.asyncDispose]())
const catalogue = await openCatalogue(platform.client(CatalogService))()

const known = { inStock: true, sold: 3 }

test('a document has the path of categories, SKUs of mall and shop, and the prices of each currency', () => {
  const money = (minor: number) => ({ price: toMoney(minor, 'EUR') })
  const document = toDocument(
    testProduct(1, {
      variants: [
        { sku: 'a', sellerSku: 'K1', prices: [money(3000)] },
        { sku: 'b', sellerSku: 'K2', prices: [{ ...money(2000), was: toMoney(2500, 'EUR') }] },
      ],
    }),
    catalogue,
    known,
  )
  expect(document).toMatchObject({
    categorySlugs: ['kitchen', 'cups'],
    skus: ['a', 'b'],
    sellerSkus: ['K1', 'K2'],
    prices: [{ currency: 'EUR', lowestMinor: 2000, highestMinor: 3000, wasMinor: 2500 }],
    colours: ['clay'],
    seller: { slug: 'kiln', name: 'The Kiln' },
  })
})

const tags = [
  { name: 'colour', value: 'clay', label: 'Clay' },
  { name: 'colour', value: 'moss', label: 'Moss' },
  { name: 'care', value: 'by-hand', label: 'By hand' },
]
const german = {
  locale: 'de',
  title: 'Runde Tasse',
  description: 'Für alle Tage.',
  options: [{ name: 'colour', values: [{ value: 'moss', label: 'Moosgrün' }] }],
  alts: { 'test/cup': 'Eine Tasse' },
}

test('translated facts are by the shop, then by the mall, then as they stand', () => {
  const { texts } = toDocument(
    testProduct(1, {
      tags: [...tags, { name: 'glaze', value: 'matt', label: 'Matt' }],
      attributes: [{ name: 'care', value: 'By hand' }],
      translations: { translations: [german] },
    }),
    catalogue,
    known,
  )
  expect(texts.de).toEqual({
    title: 'Runde Tasse',
    description: 'Für alle Tage.',
    alt: 'Eine Tasse',
    colourAlts: {},
    categories: ['Küche', 'Tassen'],
    facts: ['Ton', 'Moosgrün', 'Handwäsche', 'Matt'],
  })
  expect(texts.en).toMatchObject({ title: 'Round cup 1', categories: ['Kitchen', 'Cups'], alt: 'A cup' })
  expect(texts.en?.facts).toEqual(['Clay', 'Moss', 'By hand', 'Matt'])
})

test('the picture of each colour has its own text in every language', () => {
  const sold = (colour: string) => ({
    sku: colour,
    options: { colour },
    image: { path: `cup/${colour}`, alt: `A cup, ${colour}`, widths: [160] },
  })
  const translated = { ...german, alts: { 'cup/moss': 'Eine Tasse, moosgrün' } }
  const document = toDocument(
    testProduct(1, {
      variants: ['clay', 'moss'].map(sold),
      translations: { translations: [translated] },
    }),
    catalogue,
    known,
  )
  expect(document.texts.en?.colourAlts).toEqual({ clay: 'A cup, clay', moss: 'A cup, moss' })
  expect(document.texts.de?.colourAlts).toEqual({ clay: 'Runde Tasse', moss: 'Eine Tasse, moosgrün' })
})

test('only values of facets can be chosen', () => {
  const { facets } = toDocument(testProduct(1, { tags }), catalogue, known)
  expect(facets).toEqual([
    { name: 'colour', value: 'clay' },
    { name: 'colour', value: 'moss' },
  ])
})

test('texts in a language that the mall lacks are left out', () => {
  const translations = {
    translations: ['fr', 'en', 'en-xa', '__proto__'].map((locale) => ({ ...german, locale })),
  }
  const { texts } = toDocument(testProduct(1, { translations }), catalogue, known)
  expect(Object.keys(texts)).toEqual(['en'])
  expect(texts.en?.title).toBe('Round cup 1')
})

test('a product of a category that is not known yet has no document', () => {
  const category = { id: 'x', slug: 'new', name: 'New' }
  expect(() => toDocument(testProduct(1, { category }), catalogue, known)).toThrow(/not known yet/)
})

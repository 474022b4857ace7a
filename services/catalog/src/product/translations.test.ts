import type { MessageInitShape } from '@bufbuild/protobuf'
import {
  CatalogService,
  type Product,
  ProductStatus,
  type ProductWrite,
  type ProductWriteSchema,
} from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
import { actingAs } from '@mallhive/service-kit/auth'
import { openBus } from '@mallhive/service-kit/bus'
import { testActor, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { start } from '../main.ts'
import * as schema from '../schema.ts'
import { categories, image, openTestCatalog, shops, type TestCatalog } from '../testing.ts'

let mall: TestCatalog
beforeAll(async () => {
  mall = await openTestCatalog()
  await mall.db
    .insert(schema.categoryTranslations)
    .values({ categoryId: categories[2]!.id, locale: 'de', name: 'Tassen', description: 'Für alle Tage.' })
  await mall.db.insert(schema.attributeTranslations).values([
    { name: 'colour', locale: 'de', label: 'Farbe' },
    { name: 'material', locale: 'de', label: 'Material' },
    { name: 'glaze', locale: 'de', label: 'Lasur' },
  ])
  await mall.db.insert(schema.valueTranslations).values([
    { name: 'colour', value: 'clay', locale: 'de', label: 'Ton' },
    { name: 'material', value: 'creme-glass', locale: 'de', label: 'Cremeglas' },
    { name: 'colour', value: 'moss', locale: 'ar', label: 'طحلبي' },
  ])
})
afterAll(() => mall[Symbol.asyncDispose]())

const [kiln] = shops
const asShop = async () => actingAs(await testActor({ memberships: [{ shopId: kiln!.id, role: 'owner' }] }))

type Draft = Exclude<MessageInitShape<typeof ProductWriteSchema>, ProductWrite>

const colours = ['clay', 'moss']
const jug = (slug: string, more: Draft = {}): Draft => ({
  slug,
  title: 'Ribbed jug',
  description: 'For milk and for flowers.',
  categoryId: categories[2]!.id,
  shopId: kiln!.id,
  status: ProductStatus.ACTIVE,
  images: [image],
  attributes: [
    { name: 'material', label: '', value: 'Crème glass' },
    { name: 'glaze', label: 'Glaze', value: 'Matt' },
  ].map((attribute) => ({ ...attribute, label: attribute.label || 'Material' })),
  options: [
    {
      name: 'colour',
      label: 'Colour',
      values: colours.map((value) => ({ value, label: value.toUpperCase(), swatch: '' })),
    },
  ],
  variants: colours.map((colour) => ({
    sellerSku: `${slug}.${colour}`,
    options: { colour },
    image,
    prices: ['EUR', 'USD'].map((currency) => ({ price: toMoney(4_900, currency) })),
  })),
  ...more,
})
const german = (title = 'Gerippter Krug') => ({
  translations: {
    translations: [
      {
        locale: 'de',
        title,
        description: 'Für Milch und für Blumen.',
        options: [{ name: 'colour', label: 'Farbton', values: [{ value: 'moss', label: 'Moosgrün' }] }],
        attributes: [{ name: 'glaze', label: 'Glasur', value: 'Matt glasiert' }],
        alts: { [image.path]: 'Ein Krug' },
      },
    ],
  },
})

async function save(write: Draft): Promise<Product> {
  return (await mall.catalog.saveProduct({ write }, await asShop())).product!
}

/** Returns a write that replaces a saved product. */
const over = ({ id, revision, variants }: Product, write: Draft): Draft => ({
  ...write,
  id,
  revision,
  variants: write.variants?.map((variant) => ({
    ...variant,
    sku: variants.find(({ sellerSku }) => sellerSku === variant.sellerSku)?.sku ?? '',
  })),
})

const read = async (slug: string, locale: string) =>
  (await mall.catalog.getProduct({ slug, locale })).product!
const optionsOf = ({ options }: Product) =>
  options.map(({ label, values }) => [label, ...values.map((each) => each.label)])
const localesOf = ({ options, attributes }: Product) => [
  ...options.map(({ locale, values }) => [locale, ...values.map((each) => each.locale)]),
  ...attributes.map(({ labelLocale, valueLocale }) => [labelLocale, valueLocale]),
]
const attributesOf = ({ attributes }: Product) => attributes.map(({ label, value }) => `${label}: ${value}`)

test('a product is shown in the language of the request, by the shop’s words and the mall’s', async () => {
  const { id } = await save(jug('translated-jug', german()))
  const product = await read('translated-jug', 'de-AT')
  expect(product).toMatchObject({
    slug: 'translated-jug',
    locale: 'de',
    title: 'Gerippter Krug',
    description: 'Für Milch und für Blumen.',
    category: { name: 'Tassen', locale: 'de' },
    images: [{ alt: 'Ein Krug' }],
  })
  expect(product.variants.map((variant) => variant.image?.alt)).toEqual(['Ein Krug', 'Ein Krug'])
  expect(optionsOf(product)).toEqual([['Farbe', 'Ton', 'Moosgrün']])
  expect(attributesOf(product)).toEqual(['Material: Cremeglas', 'Lasur: Matt glasiert'])
  const many = await mall.catalog.getProducts({ ids: [id], locale: 'de' })
  expect(many.products).toEqual([product])
})

test('what has no translation is the shop’s own text, named as that', async () => {
  const { id } = await save(jug('english-jug'))
  const product = await read('english-jug', 'de')
  expect(product).toMatchObject({ locale: 'en', title: 'Ribbed jug', images: [{ alt: 'A bowl' }] })
  expect(optionsOf(product)).toEqual([['Farbe', 'Ton', 'MOSS']])
  expect(attributesOf(product)).toEqual(['Material: Cremeglas', 'Lasur: Matt'])
  expect(localesOf(product), 'MOSS is no word').toEqual([
    ['de', 'de', ''],
    ['de', 'de'],
    ['de', 'en'],
  ])
  expect(localesOf(await read('english-jug', 'en')), 'the default language is named as well').toEqual([
    ['en', '', ''],
    ['en', 'en'],
    ['en', 'en'],
  ])
  const arabic = await read('english-jug', 'ar')
  expect(arabic).toMatchObject({ locale: 'en', category: { name: 'Cups', locale: 'en' } })
  expect(optionsOf(arabic)).toEqual([['Colour', 'CLAY', 'طحلبي']])
  const { categories: all } = await mall.catalog.listCategories({ locale: 'de' })
  expect(all.map(({ slug, name, locale }) => [slug, name, locale])).toContainEqual(['linen', 'Linen', 'en'])
  expect(all.map(({ slug, name, locale }) => [slug, name, locale])).toContainEqual(['cups', 'Tassen', 'de'])
  for (const locale of ['', 'en-IE', 'en-xa', 'xx', '"', '__proto__'])
    expect(await read('english-jug', locale)).toEqual(await read('english-jug', 'en'))
  const untranslated = await mall.catalog.getProducts({ ids: [id] })
  expect(untranslated.products).toEqual([await read('english-jug', 'en')])
})

test('answers in several languages never mix, read in any order', async () => {
  await save(jug('two-tongued-jug', german()))
  const list = async (locale: string) => {
    const { products, facets } = await mall.catalog.listProducts({
      categorySlug: 'cups',
      locale,
      pageSize: 100,
    })
    const { title } = products.find(({ slug }) => slug === 'two-tongued-jug')!
    return [title, facets[0]?.label, facets[0]?.values.find(({ value }) => value === 'clay')?.label]
  }
  const seen = await Promise.all(
    ['en', 'de', 'en', 'de', 'ar', 'de', 'en'].map(async (locale) => [
      (await read('two-tongued-jug', locale)).title,
      ...(await list(locale)),
    ]),
  )
  const english = ['Ribbed jug', 'Ribbed jug', 'Colour', 'clay']
  const inGerman = ['Gerippter Krug', 'Gerippter Krug', 'Farbe', 'Ton']
  expect(seen).toEqual([english, inGerman, english, inGerman, english, inGerman, english])
})

test('lists, recommendations and suggestions have translated titles and name their language', async () => {
  const { id } = await save(jug('listed-jug', german('Milchkännchen')))
  const plain = await save(jug('plain-jug'))
  const card = { slug: 'listed-jug', title: 'Milchkännchen', locale: 'de', image: { alt: 'Ein Krug' } }
  const found = await mall.catalog.listProducts({ query: 'milchkannchen', locale: 'de' })
  expect(found.products).toMatchObject([card])
  expect(found.total).toBe(1)
  const suggested = await mall.catalog.suggest({ query: 'milchk', locale: 'de' })
  expect(suggested.products[0]).toMatchObject(card)
  expect(suggested.categories).toMatchObject([{ name: 'Tassen', locale: 'de' }])
  const related = await mall.catalog.listRelated({ productIds: [plain.id], limit: 50, locale: 'de' })
  expect(related.products).toContainEqual(
    expect.objectContaining({ id, title: 'Milchkännchen', locale: 'de' }),
  )
  const featured = await mall.catalog.listFeatured({ locale: 'de' })
  expect(featured.products.map(({ locale }) => locale)).toEqual(['en', 'en', 'en'])
})

test('a German page finds own texts as well, an English one only these', async () => {
  await save(jug('searched-jug', { ...german('Wasserkaraffe'), title: 'Carafe of quartz' }))
  const slugs = async (query: string, locale: string) =>
    (await mall.catalog.listProducts({ query, locale })).products.map(({ slug }) => slug)
  expect(await slugs('wasserkar', 'de')).toEqual(['searched-jug'])
  expect(await slugs('quarts carafe', 'de')).toEqual(['searched-jug'])
  expect(await slugs('carafe', 'en')).toEqual(['searched-jug'])
  expect(await slugs('wasserkaraffe', 'en')).toEqual([])
  expect(await slugs('wasserkaraffe', 'ar')).toEqual([])
})

test('a save without translations keeps them, one with an empty list removes them', async () => {
  const first = await save(jug('kept-jug', german()))
  expect(first.translations?.translations).toMatchObject([
    { locale: 'de', title: 'Gerippter Krug', alts: { [image.path]: 'Ein Krug' } },
  ])
  const second = await save(over(first, jug('kept-jug', { title: 'Ribbed jug, restocked' })))
  expect(second.translations).toEqual(first.translations)
  expect((await read('kept-jug', 'de')).title).toBe('Gerippter Krug')
  const { product: edited } = await mall.catalog.getShopProduct({ id: first.id }, await asShop())
  expect(edited).toMatchObject({
    title: 'Ribbed jug, restocked',
    locale: 'en',
    translations: first.translations,
  })
  const third = await save(over(second, jug('kept-jug', { translations: {} })))
  expect(third.translations?.translations).toEqual([])
  expect((await read('kept-jug', 'de')).locale).toBe('en')
})

type ChangedEvent = { key: string; payload: { product: Pick<Product, 'translations'> } }
const titlesOf = ({ payload }: ChangedEvent) =>
  payload.product.translations?.translations.map(({ title }) => title)

test('a changed translation is seen at once on its own instance, soon on every other, and announced', async () => {
  using bus = openBus(testEnv())
  const type = 'mallhive.catalog.v1.ProductChanged'
  const queue = await bus.openQueue(`test-${randomUUIDv7()}`, [
    { topic: 'mallhive-catalog-events', types: [type] },
  ])
  await using other = testPlatform()
  await other.start('catalog', start, testEnv({ DATABASE_URL: mall.db.url }))
  const there = other.client(CatalogService)
  const titleAt = async (catalog: typeof there) =>
    (await catalog.getProduct({ slug: 'changing-jug', locale: 'de' })).product?.title
  const first = await save(jug('changing-jug', german('Krug')))
  expect(await Promise.all([mall.catalog, there].map(titleAt))).toEqual(['Krug', 'Krug'])
  await save(over(first, jug('changing-jug', german('Kanne'))))
  expect(await titleAt(mall.catalog)).toBe('Kanne')
  await expect.poll(() => titleAt(there)).toBe('Kanne')
  const announced: unknown[] = []
  const receive = async () => {
    const events = (await bus.receive(queue, 10)).map(({ body }) => JSON.parse(body) as ChangedEvent)
    announced.push(...events.filter(({ key }) => key === first.id).map(titlesOf))
    return announced
  }
  await expect.poll(receive).toEqual([['Krug'], ['Kanne']])
})

test.for([
  ['a language that the mall does not know', { locale: 'xx' }, 'translations.0.locale'],
  ['the language of own texts', { locale: 'en' }, 'translations.0.locale'],
  ['a pseudo-locale', { locale: 'en-xa' }, 'translations.0.locale'],
  ['an empty title', { title: ' ' }, 'translations.0.title'],
  ['a control character', { description: '\0' }, 'translations.0.description'],
  [
    'an endless alternative text',
    { alts: { [image.path]: 'a'.repeat(301) } },
    `translations.0.alts.${image.path}`,
  ],
] as const)('a translation with %s is refused', async ([, wrong, field]) => {
  const [right] = german().translations.translations
  const translations = { translations: [{ ...right!, ...wrong }] }
  await expect(save(jug('refused-jug', { translations }))).rejects.toMatchObject({
    reason: 'PRODUCT_INVALID',
    details: { field },
  })
})

test('translations that are too large for an event are refused', async () => {
  const [right] = german().translations.translations
  const alts = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`p/${i}`, 'a'.repeat(300)]))
  await expect(
    save(jug('refused-jug', { translations: { translations: [{ ...right!, alts }] } })),
  ).rejects.toMatchObject({ reason: 'PRODUCT_INVALID', details: { field: 'translations' } })
})

test('a language that is translated twice is refused', async () => {
  const [one] = german().translations.translations
  await expect(
    save(jug('refused-jug', { translations: { translations: [one!, one!] } })),
  ).rejects.toMatchObject({ details: { field: 'translations' } })
})

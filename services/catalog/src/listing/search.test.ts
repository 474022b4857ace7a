import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCatalog, products, type TestCatalog } from '../testing.ts'

let mall: TestCatalog
beforeAll(async () => void (mall = await openTestCatalog()))
afterAll(() => mall[Symbol.asyncDispose]())

const find = async (query: string) =>
  (await mall.catalog.listProducts({ query, pageSize: 100 })).products.map((card) => card.slug)

test.for([
  ['teapto', 'round-teapot'],
  ['tepot', 'round-teapot'],
  ['keetle', 'pouring-kettle'],
  ['saucerr', 'espresso-saucer'],
  ['slipers felt', 'felt-slippers'],
])('"%s" is forgiven and finds %s', async ([query, slug]) => {
  expect(await find(query!)).toContain(slug)
})

test('every prefix of every word of a title finds the product', async () => {
  const missed = []
  for (const { title, slug } of products) {
    const words = title.toLowerCase().split(' ')
    for (const word of words.filter((w) => w.length > 2)) {
      for (let length = 3; length <= word.length; length++) {
        const beginning = word.slice(0, length)
        if (!(await find(beginning)).includes(slug)) missed.push(`${beginning} of ${title}`)
      }
    }
  }
  expect(missed).toEqual([])
})

test('a hit in the title ranks above any number of hits in descriptions', async () => {
  expect(await find('teapot')).toEqual(['round-teapot', 'cosy-in-felt', 'strainer-of-steel'])
})

test('accents, case, plural and the order of words do not matter', async () => {
  const plain = await find('creme glass')
  expect(plain.length).toBeGreaterThan(0)
  expect((await find('GLASS Crème')).toSorted()).toEqual(plain.toSorted())
  expect(await find('teapots')).toContain('round-teapot')
})

test('suggestions rank titles first and include the categories of the hits', async () => {
  const { products: cards, categories } = await mall.catalog.suggest({ query: 'teapo' })
  expect(cards[0]?.slug).toBe('round-teapot')
  expect(categories.map((category) => category.slug)).toContain('cups')
})

const hostile = [
  `'; drop table catalog.products; --`,
  `" or 1=1 --`,
  `teapot' & ! | ( <-> :* ) \\ %`,
  '<script>alert(1)</script>',
  '🫖☕️',
  '茶壶 ابريق чайник',
  '\u0000teapot\u0000',
  '\u202e\ufeff\u0301',
  'ﬁ'.repeat(150),
  'teapot '.repeat(20_000),
  'x'.repeat(100_000),
  '',
  '   ',
  '!!!',
  'the of and',
]

test('no query causes an error or a change', async () => {
  for (const query of hostile) {
    await expect(mall.catalog.listProducts({ query })).resolves.toBeDefined()
    await expect(mall.catalog.suggest({ query })).resolves.toBeDefined()
  }
  expect((await mall.catalog.listProducts({})).total).toBe(products.length)
})

test('an empty query lists everything; a query of punctuation finds nothing', async () => {
  expect((await find('   ')).length).toBe(products.length)
  expect(await find('!!!')).toEqual([])
})

test.for([
  { kind: 'SQL', name: "'; drop table x; --" },
  { kind: 'HTML', name: '<b>' },
  { kind: 'unicode', name: 'ünï🫖' },
  { kind: 'long', name: 'y'.repeat(10_000) },
])('names that are $kind match nothing and cause no error', async ({ name }) => {
  const { catalog } = mall
  await expect(catalog.getProduct({ slug: name })).rejects.toMatchObject({ reason: 'PRODUCT_NOT_FOUND' })
  await expect(catalog.listProducts({ categorySlug: name })).rejects.toMatchObject({
    reason: 'CATEGORY_NOT_FOUND',
  })
  expect(await catalog.listProducts({ sellerSlug: name })).toMatchObject({ total: 0 })
  expect(await catalog.listProducts({ filters: [{ name: 'colour', values: [name] }] })).toMatchObject({
    total: 0,
  })
  expect((await catalog.getProducts({ ids: [name], skus: [name] })).products).toEqual([])
})

test('U+0000, which Postgres text cannot hold, is refused', async () => {
  const { catalog } = mall
  const refusal = { kind: 'invalid', reason: 'BAD_TEXT' }
  await expect(catalog.getProduct({ slug: '\0' })).rejects.toMatchObject(refusal)
  await expect(catalog.listProducts({ sellerSlug: '\0' })).rejects.toMatchObject(refusal)
  await expect(catalog.getProducts({ skus: ['\0'] })).rejects.toMatchObject(refusal)
})

test('a list with more than 200 values of filters is refused', async () => {
  const filtered = (count: number) => {
    const values = Array.from({ length: count }, (_, n) => `colour-${n}`)
    return mall.catalog.listProducts({ filters: [{ name: 'colour', values }] })
  }
  await expect(filtered(201)).rejects.toMatchObject({ reason: 'TOO_MANY' })
  expect((await filtered(200)).total).toBe(0)
})

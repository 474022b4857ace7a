import { type ProductCard, ProductSort } from '@mallhive/contracts/catalog'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCatalog, products, type TestCatalog } from '../testing.ts'

let mall: TestCatalog
beforeAll(async () => void (mall = await openTestCatalog()))
afterAll(() => mall[Symbol.asyncDispose]())

const sorts = [
  { name: 'popularity', sort: ProductSort.UNSPECIFIED },
  { name: 'relevance', sort: ProductSort.RELEVANCE, query: 'handmade' },
  { name: 'newest', sort: ProductSort.NEWEST },
  { name: 'price up', sort: ProductSort.PRICE_ASC },
  { name: 'price down', sort: ProductSort.PRICE_DESC },
  { name: 'rating', sort: ProductSort.RATING },
]
const prices = (cards: ProductCard[]) => cards.map((card) => Number(card.price?.price?.minor))

test.for(sorts)(
  'by $name, pages contain each product exactly once, forwards, backwards and by number',
  async (request) => {
    const all = await mall.catalog.listProducts({ ...request, pageSize: 100 })
    expect([all.nextCursor, all.previousCursor]).toEqual(['', ''])
    expect(all.products.length).toBe(request.query ? products.length - 2 : products.length)

    const forth = []
    let page = await mall.catalog.listProducts({ ...request, pageSize: 4 })
    expect(page.previousCursor).toBe('')
    forth.push(page.products)
    while (page.nextCursor) {
      page = await mall.catalog.listProducts({ ...request, pageSize: 4, cursor: page.nextCursor })
      expect(page.total).toBe(all.total)
      forth.push(page.products)
    }
    expect(idsOf(forth.flat())).toEqual(idsOf(all.products))

    const back = [page.products]
    while (page.previousCursor) {
      page = await mall.catalog.listProducts({ ...request, pageSize: 4, cursor: page.previousCursor })
      back.unshift(page.products)
    }
    expect(back.map(idsOf)).toEqual(forth.map(idsOf))

    const byNumber = (at: number) => mall.catalog.listProducts({ ...request, pageSize: 4, offset: 4 * at })
    const numbered = await Promise.all(forth.map((_, at) => byNumber(at)))
    expect(numbered.map((each) => idsOf(each.products))).toEqual(forth.map(idsOf))
    expect(numbered.map((each) => Boolean(each.previousCursor))).toEqual(forth.map((_, at) => at > 0))
    const beyond = await byNumber(forth.length)
    expect([beyond.total, beyond.products, beyond.nextCursor]).toEqual([all.total, [], ''])
  },
)

test('a sort by price is consistent in both directions and within a category', async () => {
  const request = { categorySlug: 'kitchen', pageSize: 100 }
  const up = await mall.catalog.listProducts({ ...request, sort: ProductSort.PRICE_ASC })
  const down = await mall.catalog.listProducts({ ...request, sort: ProductSort.PRICE_DESC })
  expect(prices(up.products)).toEqual(prices(up.products).toSorted((a, b) => a - b))
  expect(idsOf(down.products)).toEqual(idsOf(up.products).toReversed())
  expect(new Set(up.products.map((card) => card.categorySlug))).toEqual(new Set(['cups', 'linen']))
})

test.for([
  ['not base64', '%%%'],
  ['malformed', Buffer.from('{"a":1}').toString('base64url')],
  [
    'for another sort',
    Buffer.from('["newest","after",1,"00000000-0000-7000-8000-300000000001"]').toString('base64url'),
  ],
  ['with another key', Buffer.from('["popularity","after","1;drop",""]').toString('base64url')],
  ['very long', 'A'.repeat(20_000)],
])('a cursor that is %s is refused', async ([, cursor]) => {
  await expect(mall.catalog.listProducts({ cursor: cursor! })).rejects.toMatchObject({ reason: 'BAD_CURSOR' })
})

test('a page by number has at most 1,200 products before it', async () => {
  for (const offset of [-1, 1201])
    await expect(mall.catalog.listProducts({ offset })).rejects.toMatchObject({ reason: 'TOO_MANY' })
  expect((await mall.catalog.listProducts({ offset: 1200 })).products).toEqual([])
})

test('an unknown category and an unknown currency are refused by name', async () => {
  const { catalog } = mall
  await expect(catalog.listProducts({ categorySlug: 'garage' })).rejects.toMatchObject({
    kind: 'not_found',
    reason: 'CATEGORY_NOT_FOUND',
    details: { slug: 'garage' },
  })
  const unknown = { kind: 'invalid', reason: 'CURRENCY_UNKNOWN', details: { currency: 'GBP' } }
  await expect(catalog.listProducts({ currency: 'GBP' })).rejects.toMatchObject(unknown)
  await expect(catalog.suggest({ query: 'tea', currency: 'GBP' })).rejects.toMatchObject(unknown)
  await expect(catalog.listFeatured({ currency: 'GBP' })).rejects.toMatchObject(unknown)
})

function idsOf(cards: ProductCard[]): string[] {
  return cards.map((card) => card.slug)
}

test('the sitemap parts list every active product once, each part by its first product', async () => {
  const { firstProductIds } = await mall.catalog.listSlugParts({})
  const parts = await Promise.all(
    firstProductIds.map((firstProductId) => mall.catalog.listSlugs({ firstProductId })),
  )
  expect(parts.flatMap(({ slugs }) => slugs).toSorted()).toEqual(products.map(({ slug }) => slug).toSorted())
  await expect(mall.catalog.listSlugs({ firstProductId: '' })).rejects.toMatchObject({
    reason: 'INVALID_CURSOR',
  })
})

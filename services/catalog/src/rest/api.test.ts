import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { openTestCatalog, products, type TestCatalog } from '../testing.ts'
import { writeProducts } from '../product/write-products.ts'
import { base, operations } from './openapi.ts'
import { problem } from './schemas.ts'

let mall: TestCatalog
let origin: string
beforeAll(async () => {
  mall = await openTestCatalog()
  const [first] = products
  await mall.db.transaction((tx) => writeProducts(tx, [{ ...first!, slug: 'renamed-teapot' }]))
  origin = await mall.listen()
})
afterAll(() => mall[Symbol.asyncDispose]())

const get = (path: string) => fetch(`${origin}${base}${path}`, { redirect: 'manual' })
const { listProducts, search, listCategories, getProduct } = operations

test.for<[string, z.ZodType]>([
  ['/products', listProducts.answer],
  ['/products?limit=100&currency=USD', listProducts.answer],
  [
    '/products?category=kitchen&seller=kiln&colour=clay,moss&min=1000&max=4000&sort=price-asc',
    listProducts.answer,
  ],
  ['/products?max=1', listProducts.answer],
  ['/search?q=teapto', search.answer],
  ['/search?q=%27%3Cscript%3E', search.answer],
  ['/categories', listCategories.answer],
  ['/products/tall-jug', getProduct.answer],
  ['/products/milk-pitcher', getProduct.answer],
])('%s answers as its schema says', async ([path, schema]) => {
  const response = await get(path)
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/json; charset=utf-8',
  ])
  const body: unknown = await response.json()
  // Parsing strips unknown fields, so equality proves that every field is documented.
  expect(schema.parse(body)).toEqual(body)
})

test('a filtered REST list equals the RPC’s', async () => {
  const filters = [{ name: 'colour', values: ['clay', 'moss'] }]
  const { total } = await mall.catalog.listProducts({
    categorySlug: 'kitchen',
    filters,
    minPriceMinor: 1_500n,
  })
  const answer = await get('/products?category=kitchen&colour=clay,moss&min=1500')
  expect(listProducts.answer.parse(await answer.json()).total).toBe(total)
})

test('a maximum of zero is not no maximum', async () => {
  const answer = await get('/products?max=0')
  expect(listProducts.answer.parse(await answer.json()).total).toBe(0)
})

test('a cursor leads on to the next page and back', async () => {
  const page = async (cursor: string | null) => {
    const answer = await get(`/products?sort=newest&limit=5${cursor ? `&cursor=${cursor}` : ''}`)
    return listProducts.answer.parse(await answer.json())
  }
  const first = await page(null)
  const second = await page(first.nextCursor)
  expect(second.products[0]?.id).not.toBe(first.products[0]?.id)
  expect((await page(second.previousCursor)).products).toEqual(first.products)
})

test('a former slug redirects permanently to the present one', async () => {
  const response = await get('/products/round-teapot')
  expect([response.status, response.headers.get('location')]).toEqual([
    301,
    `${base}/products/renamed-teapot`,
  ])
  expect((await get('/products/renamed-teapot')).status).toBe(200)
})

test.for<[string, number, string]>([
  ['/products?limit=0', 400, 'BAD_PARAMETER'],
  ['/products?limit=many', 400, 'BAD_PARAMETER'],
  ['/products?limit=0x10', 400, 'BAD_PARAMETER'],
  ['/products?limit=1e2', 400, 'BAD_PARAMETER'],
  ['/products?limit=%2B5', 400, 'BAD_PARAMETER'],
  ['/products?limit=101', 400, 'BAD_PARAMETER'],
  ['/products?min=0x10', 400, 'BAD_PARAMETER'],
  ['/products?sort=cheapest', 400, 'BAD_PARAMETER'],
  ['/products?sort=newest&sort=rating', 400, 'BAD_PARAMETER'],
  ['/products?currency=GBP', 400, 'BAD_PARAMETER'],
  ['/products?min=-1', 400, 'BAD_PARAMETER'],
  ['/products?max=1e99', 400, 'BAD_PARAMETER'],
  ['/products?max=', 400, 'BAD_PARAMETER'],
  ['/products?max=12.5', 400, 'BAD_PARAMETER'],
  ['/products?max=19,99', 400, 'BAD_PARAMETER'],
  ['/products?cursor=zzz', 400, 'BAD_CURSOR'],
  ['/products?colour=%00', 400, 'BAD_TEXT'],
  ['/products?category=garage', 404, 'CATEGORY_NOT_FOUND'],
  ['/search', 400, 'BAD_PARAMETER'],
  ['/search?q=', 400, 'BAD_PARAMETER'],
  [`/search?q=${'x'.repeat(201)}`, 400, 'BAD_PARAMETER'],
  ['/products/nothing', 404, 'PRODUCT_NOT_FOUND'],
  [`/products/${'x'.repeat(300)}`, 400, 'BAD_PARAMETER'],
  ['/nothing', 404, 'NOT_FOUND'],
])('%s is a problem: %i %s', async ([path, status, reason]) => {
  const response = await get(path)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(problem.parse(await response.json())).toMatchObject({ status, reason })
  expect(response.status).toBe(status)
})

test('the document is OpenAPI 3.1 and names every path, parameter and answer', async () => {
  const document = (await (await get('/openapi.json')).json()) as Document
  expect(document.openapi).toMatch(/^3\.1\./)
  const paths = ['/categories', '/products', '/products/{slug}', '/search']
  expect(Object.keys(document.paths).toSorted()).toEqual(paths)
  for (const { get: operation } of Object.values(document.paths)) {
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '400', '404']))
  }
  const ofSearch = document.paths['/search']!.get.parameters
  expect(ofSearch.filter((p) => p.required).map((p) => p.name)).toEqual(['q'])
  expect(document.paths['/products/{slug}']!.get.parameters).toMatchObject([
    { name: 'slug', in: 'path', required: true },
  ])
})

type Operation = { parameters: { name: string; required: boolean }[]; responses: Record<string, unknown> }
type Document = { openapi: string; paths: Record<string, { get: Operation }> }

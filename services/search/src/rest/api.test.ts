import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { fakeCatalogue, testProduct } from '../test-catalogue.ts'
import { openTestSearch, type TestSearch } from '../testing.ts'
import { base, operations } from './openapi.ts'
import { problem } from './schemas.ts'

let mall: TestSearch
let origin: string
beforeAll(async () => {
  mall = await openTestSearch(fakeCatalogue(Array.from({ length: 12 }, (_, n) => testProduct(n))))
  await mall.rebuild()
  origin = await mall.listen()
})
afterAll(() => mall[Symbol.asyncDispose]())

const get = (path: string) => fetch(`${origin}${base}${path}`)
const { search, suggest } = operations

test.for<[string, z.ZodType]>([
  ['/search', search.answer],
  ['/search?q=cups&limit=5&currency=USD&locale=de', search.answer],
  ['/search?q=cup%20under%2015&seller=kiln&colour=clay,moss&sort=price-asc', search.answer],
  ['/search?category=kitchen&min=1000&max=1500', search.answer],
  ['/search?q=%27%3Cscript%3E&verbatim=1', search.answer],
  ['/suggest?q=cu', suggest.answer],
  ['/suggest?q=%00', suggest.answer],
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

test('a cursor leads on to the next page and back', async () => {
  const page = async (cursor: string | null) =>
    search.answer.parse(await (await get(`/search?q=cup&limit=5${cursor ? `&cursor=${cursor}` : ''}`)).json())
  const first = await page(null)
  const second = await page(first.nextCursor)
  expect(second.products).toHaveLength(5)
  expect(second.products[0]?.id).not.toBe(first.products[0]?.id)
  expect((await page(second.previousCursor)).products).toEqual(first.products)
})

test.for<[string, number, string]>([
  ['/search?limit=0', 400, 'BAD_PARAMETER'],
  ['/search?limit=101', 400, 'BAD_PARAMETER'],
  ['/search?max=19,99', 400, 'BAD_PARAMETER'],
  ['/search?sort=cheapest', 400, 'BAD_PARAMETER'],
  ['/search?currency=GBP', 400, 'BAD_PARAMETER'],
  ['/search?locale=fr', 400, 'BAD_PARAMETER'],
  ['/search?verbatim=yes', 400, 'BAD_PARAMETER'],
  [`/search?q=${'x'.repeat(201)}`, 400, 'BAD_PARAMETER'],
  ['/search?cursor=zzz', 400, 'BAD_CURSOR'],
  ['/search?category=garage', 404, 'CATEGORY_NOT_FOUND'],
  ['/suggest', 400, 'BAD_PARAMETER'],
  ['/suggest?q=', 400, 'BAD_PARAMETER'],
  ['/suggest?q=x&limit=21', 400, 'BAD_PARAMETER'],
  ['/nothing', 404, 'NOT_FOUND'],
])('%s is a problem: %i %s', async ([path, status, reason]) => {
  const response = await get(path)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(problem.parse(await response.json())).toMatchObject({ status, reason })
  expect(response.status).toBe(status)
})

test('the document is OpenAPI 3.1 and names every path, facet and answer', async () => {
  const document = (await (await get('/openapi.json')).json()) as Document
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(Object.keys(document.paths).toSorted()).toEqual(['/search', '/suggest'])
  const named = (path: string) => document.paths[path]?.get.parameters.map(({ name }) => name)
  expect(named('/search')).toEqual(expect.arrayContaining(['q', 'verbatim', 'category', 'colour', 'size']))
  expect(named('/suggest')).toEqual(['q', 'currency', 'locale', 'limit'])
  for (const { get: operation } of Object.values(document.paths))
    expect(Object.keys(operation.responses)).toEqual(['200', '400', '404', '429', '503'])
})

type Operation = { parameters: { name: string }[]; responses: Record<string, unknown> }
type Document = { openapi: string; paths: Record<string, { get: Operation }> }

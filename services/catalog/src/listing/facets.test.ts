import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCatalog, type TestCatalog } from '../testing.ts'

let mall: TestCatalog
beforeAll(async () => void (mall = await openTestCatalog()))
afterAll(() => mall[Symbol.asyncDispose]())

type Filters = { name: string; values: string[] }[]

const lists: {
  name: string
  filters: Filters
  minPriceMinor?: bigint
  maxPriceMinor?: bigint
  query?: string
}[] = [
  { name: 'nothing chosen', filters: [] },
  { name: 'a colour', filters: [{ name: 'colour', values: ['moss'] }] },
  {
    name: 'two colours, a material and a price',
    filters: [
      { name: 'colour', values: ['moss', 'ink'] },
      { name: 'material', values: ['wool'] },
    ],
    minPriceMinor: 1_500n,
    maxPriceMinor: 3_500n,
  },
  { name: 'a search in a shop', filters: [{ name: 'seller', values: ['kiln'] }], query: 'handmade' },
  {
    name: 'the same facet twice',
    filters: [
      { name: 'colour', values: ['clay'] },
      { name: 'colour', values: ['moss'] },
    ],
  },
]

test.for(lists)('with $name, each count equals the total of the list with the value chosen', async (list) => {
  const { facets } = await mall.catalog.listProducts(list)
  const all = (await mall.catalog.listProducts({})).facets
  expect(all.map((facet) => facet.name)).toEqual(['colour', 'material', 'seller'])
  for (const { name, values } of all) {
    const counted = facets.find((facet) => facet.name === name)?.values ?? []
    const others = list.filters.filter((filter) => filter.name !== name)
    for (const { value } of values) {
      const { total } = await mall.catalog.listProducts({
        ...list,
        filters: [...others, { name, values: [value] }],
      })
      // A value with a total of 0 may be missing.
      expect([name, value, counted.find((v) => v.value === value)?.count ?? 0]).toEqual([name, value, total])
    }
  }
})

test('values carry their original label and whether they are chosen', async () => {
  const filters = [{ name: 'material', values: ['creme-glass', 'gone'] }]
  const { facets } = await mall.catalog.listProducts({ filters })
  const material = facets.find((facet) => facet.name === 'material')!.values
  expect(material).toContainEqual(expect.objectContaining({ label: 'Crème glass', selected: true }))
  expect(material).toContainEqual(expect.objectContaining({ value: 'gone', count: 0, selected: true }))
  expect(material).toContainEqual(expect.objectContaining({ value: 'wool', selected: false }))
})

test('price bounds are those of the list without its price filter', async () => {
  const filters = [{ name: 'colour', values: ['ink'] }]
  const all = await mall.catalog.listProducts({ filters })
  const some = await mall.catalog.listProducts({ filters, minPriceMinor: 2_000n, maxPriceMinor: 2_500n })
  expect(some.total).toBeLessThan(all.total)
  expect([some.lowestPriceMinor, some.highestPriceMinor]).toEqual([
    all.lowestPriceMinor,
    all.highestPriceMinor,
  ])
})

test('a maximum of zero lists what is free, not everything', async () => {
  expect((await mall.catalog.listProducts({ maxPriceMinor: 0n })).total).toBe(0)
  expect((await mall.catalog.listProducts({ minPriceMinor: 0n })).total).toBeGreaterThan(0)
})

test('price bounds at the limits of int64 are accepted', async () => {
  const { catalog } = mall
  const all = await catalog.listProducts({})
  expect(
    await catalog.listProducts({ minPriceMinor: -(2n ** 63n), maxPriceMinor: 2n ** 63n - 1n }),
  ).toMatchObject({
    total: all.total,
  })
  expect(await catalog.listProducts({ minPriceMinor: 2n ** 63n - 1n })).toMatchObject({
    total: 0,
    products: [],
  })
})

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkProduct } from '../../product/check-product.ts'
import { placeOnFront } from '../featured.ts'
import { syntheticProducts } from '../synthetic.ts'
import { toRecord } from '../to-record.ts'
import { halls } from './catalogue.ts'

const shelves = halls.flatMap((hall) => hall.shelves)
const drafts = shelves.flatMap(({ products }) => products)
const records = shelves.flatMap(({ slug, products }) =>
  products.map((draft, at) => toRecord(draft, slug, at)),
)
const require = createRequire(import.meta.url)
const pictures = join(dirname(require.resolve('@lobehub/fluent-emoji-3d/package.json')), 'assets')

test('the mall has at least 400 products on 12 shelves of 8 shops', () => {
  expect(drafts.length).toBeGreaterThanOrEqual(400)
  expect(shelves.length).toBe(12)
  expect(new Set(drafts.map(({ shop }) => shop)).size).toBe(8)
})

test('every product, generated ones included, passes the checks of a save', () => {
  const [generated = []] = syntheticProducts(records, 2_000)
  expect(() => [...records, ...generated].forEach(checkProduct)).not.toThrow()
})

test('the front shows two things of each shelf that look different and can be had', () => {
  const odd = shelves.filter(({ products }) => {
    const shown = products.filter((draft) => placeOnFront(products, draft) !== null)
    const looks = new Set(shown.map(({ emoji }) => emoji))
    return looks.size !== 2 || shown.some(({ stock }) => stock === 'out')
  })
  expect(odd.map(({ slug }) => slug)).toEqual([])
})

test('no two products share a slug or a SKU', () => {
  expect(repeated(records.map(({ slug }) => slug))).toEqual([])
  expect(repeated(records.flatMap(({ variants }) => variants.map(({ sku }) => sku)))).toEqual([])
})

test('no two products share a sentence', () => {
  const sentences = drafts.flatMap(({ text }) =>
    text.split(/(?<=[.!?])\s+/).filter((each) => each.length > 25),
  )
  expect(repeated(sentences)).toEqual([])
})

test('every product has a picture that exists', () => {
  const blank = drafts.filter(({ emoji }) => !existsSync(join(pictures, `${emoji}.webp`)))
  expect(blank.map(({ title, emoji }) => `${title}: ${emoji}`)).toEqual([])
})

test('every product has a price in both currencies, below the earlier one where there is one', () => {
  const odd = drafts.filter(({ eur, usd, was }) => {
    const reduced = was === undefined || (was.eur > eur && was.usd > usd)
    return !(eur > 0 && usd > 0 && reduced)
  })
  expect(odd.map(({ title }) => title)).toEqual([])
})

test('what is offered under one name is measured in one unit', () => {
  const units = Map.groupBy(
    records.flatMap(({ options }) => options).filter(({ name }) => name !== 'colour'),
    ({ name }) => name,
  )
  const mixed = [...units].filter(
    ([, options]) =>
      new Set(options.flatMap(({ values }) => values.map(({ label }) => unitOf(label)))).size > 1,
  )
  expect(mixed.map(([name]) => name)).toEqual([])
  expect([...units.keys()]).toEqual(expect.arrayContaining(['size', 'shoe-size', 'volume', 'weight']))
})

test('an amount has one way to be written, so that it is one value of its facet', () => {
  const labels = records
    .flatMap(({ options }) => options)
    .flatMap(({ values }) => values.map(({ label }) => label))
  expect(labels.filter((label) => /^(0\.\d+ (l|kg)|\d{4,} (ml|g))$/.test(label))).toEqual([])
})

function unitOf(label: string): string {
  const [, unit] = /\d ([a-z]+)$/.exec(label) ?? []
  if (!unit) return /^\d[\d–/]*$/.test(label) ? 'a number' : 'a word'
  return { ml: 'l', kg: 'g', tin: 'pieces', tins: 'pieces' }[unit] ?? unit
}

function repeated(all: string[]): string[] {
  const seen = new Set<string>()
  return all.filter((each) => seen.size === seen.add(each).size)
}

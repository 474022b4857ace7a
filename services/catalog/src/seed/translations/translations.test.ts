import { expect, test } from 'vitest'
import { checkProduct } from '../../product/check-product.ts'
import { halls } from '../catalogue/catalogue.ts'
import { placeOnFront } from '../featured.ts'
import { toRecord } from '../to-record.ts'
import { readTranslations } from './read-translations.ts'
import { translateRecord } from './translate-record.ts'

const translations = await readTranslations()
const german = translations.find(({ locale }) => locale === 'de')!
const shelves = halls.flatMap((hall) => hall.shelves)
const seeded = shelves.flatMap(({ slug, products }) =>
  products.map((draft, at) => ({
    record: toRecord(draft, slug, at),
    isOnFront: placeOnFront(products, draft) !== null,
  })),
)
const values = seeded.flatMap(({ record }) => [
  ...record.attributes.map(({ name, value }) => ({ name, text: value })),
  ...record.options.flatMap(({ name, values: own }) => own.map(({ label }) => ({ name, text: label }))),
])

/** Numbers with units and sizes that are written alike in all languages: `1 l`, `3 × 80 g`, `E27`, `XL`. */
const isAlikeEverywhere = (text: string) =>
  /^(?!.*\d\.\d)([\d\s×–/+%°,]|ml|l|kg|g|cm|mm|C|m|E\d\d|HB|\dB|X?[SML]L?|m²)+$/.test(text)

test('every category has German texts', () => {
  const slugs = halls.flatMap((hall) => [hall.slug, ...hall.shelves.map(({ slug }) => slug)])
  expect(Object.keys(german.categories).toSorted()).toEqual(slugs.toSorted())
})

test('every attribute and option, and each of their values, has a German label', () => {
  const names = new Set(values.map(({ name }) => name))
  expect([...names].filter((name) => !german.attributes.names[name])).toEqual([])
  const missing = values.filter(
    ({ name, text }) => !german.attributes.values[name]?.[text] && !isAlikeEverywhere(text),
  )
  expect([...new Set(missing.map(({ name, text }) => `${name}: ${text}`))]).toEqual([])
})

test('no label translates what no product has', () => {
  const known = new Set(values.map(({ name, text }) => `${name}: ${text}`))
  const written = Object.entries(german.attributes.values).flatMap(([name, labels]) =>
    Object.keys(labels).map((text) => `${name}: ${text}`),
  )
  expect(written.filter((each) => !known.has(each))).toEqual([])
  expect(
    Object.keys(german.attributes.names).filter((name) => !values.some((each) => each.name === name)),
  ).toEqual([])
})

test('no two values of an attribute have one label', () => {
  const repeated = Object.entries(german.attributes.values)
    .filter(([name]) => name !== 'care')
    .flatMap(([name, labels]) => {
      const all = Object.values(labels)
      return all.filter((label, at) => all.indexOf(label) !== at).map((label) => `${name}: ${label}`)
    })
  expect(repeated).toEqual([])
})

test('at least 60 products, among them all of the front page, have German texts that a save accepts', () => {
  const slugs = seeded.map(({ record }) => record.slug)
  expect(Object.keys(german.products).filter((slug) => !slugs.includes(slug))).toEqual([])
  expect(Object.keys(german.products).length).toBeGreaterThanOrEqual(60)
  const front = seeded.filter(({ isOnFront }) => isOnFront).map(({ record }) => record.slug)
  expect(front.filter((slug) => !german.products[slug])).toEqual([])
  const translated = seeded.map(({ record }) => checkProduct(translateRecord(record, translations)))
  expect(translated.flatMap((record) => record.translations ?? []).length).toBe(
    Object.keys(german.products).length,
  )
})

test('a translated product’s pictures are told apart like those of its own text', () => {
  const counted = seeded.flatMap(({ record: { slug, images }, record }) => {
    const [own] = translateRecord(record, [german]).translations ?? []
    const alts = images.map(({ path }) => own?.alts[path] ?? own?.title)
    return own ? [[slug, new Set(alts).size, new Set(images.map(({ alt }) => alt)).size] as const] : []
  })
  expect(counted.filter(([, translated, written]) => translated !== written)).toEqual([])
})

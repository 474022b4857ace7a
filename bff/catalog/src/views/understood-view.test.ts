import { create } from '@bufbuild/protobuf'
import type { MessageInitShape } from '@bufbuild/protobuf'
import { NoteSchema, UnderstoodFiltersSchema } from '@mallhive/contracts/search'
import { expect, test } from 'vitest'
import { toUnderstood } from './understood-view.ts'

const understood = (query: string, ...notes: MessageInitShape<typeof NoteSchema>[]) =>
  toUnderstood(
    notes.map((note) => create(NoteSchema, note)),
    query,
    create(UnderstoodFiltersSchema, { sellerSlug: 'kiln', price: { maxMinor: 3000n } }),
  )

const price = { note: { case: 'price', value: { maxMinor: 3000n } }, words: 'under 30' } as const
const shop = { note: { case: 'shop', value: { slug: 'kiln', name: 'Kiln' } }, words: 'kiln' } as const

test('a filter names the query that lacks it', () => {
  expect(understood('kiln  mug under 30', price, shop).filters).toEqual([
    { kind: 'price', minMinor: undefined, maxMinor: 3000, without: 'kiln mug' },
    { kind: 'shop', name: 'Kiln', without: 'mug under 30' },
  ])
  expect(understood('kiln', shop).filters).toMatchObject([{ without: '' }])
})

test('whole words are taken out of the query, with the punctuation that touches them', () => {
  const without = (query: string) => understood(query, shop).filters[0]?.without
  expect(without('kilns of Kiln')).toBe('kilns of')
  expect(without('mug (kiln)')).toBe('mug')
  expect(without('Kiln, mug')).toBe('mug')
  expect(without('kilnware mug')).toBe('kilnware mug')
  const named = { note: shop.note, words: 'kiln kettle' }
  const withoutNamed = (query: string) => understood(query, named).filters[0]?.without
  expect(withoutNamed('Kiln & Kettle mug')).toBe('mug')
  expect(withoutNamed('mug from Kiln & Kettle!')).toBe('mug from')
  expect(withoutNamed('Kiln and Kettle mug')).toBe('and mug')
  expect(understood('kiln  mug', { ...shop, words: '' }).plain).toBe('kiln  mug')
  expect(understood('mug<30', { note: price.note, words: '<30' }).plain).toBe('mug')
  const sum = { note: price.note, words: 'under $30 (+)' }
  expect(understood('mug UNDER $30 (+)', sum).plain).toBe('mug')
})

test('whole words are corrected, whatever their case and the punctuation at them', () => {
  const shown = (query: string, from: string, to: string) =>
    understood(query, { note: { case: 'corrected', value: { from, to } } }).shown
  expect(shown('Teapto, blue', 'teapto', 'teapot')).toBe('teapot, blue')
  expect(shown('cart, (ar)', 'ar', 'art')).toBe('cart, (art)')
  expect(shown('Müg', 'mü', 'mu')).toBe('Müg')
})

test('a filter that the shopper has chosen otherwise is none of the query', () => {
  const { filters, plain } = toUnderstood([create(NoteSchema, price)], 'mug under 30')
  expect([filters, plain]).toEqual([[], 'mug'])
})

test('the query that lacks all filters has none of their words', () => {
  expect(understood('kiln mug under 30', price, shop).plain).toBe('mug')
})

test('corrected words, words searched for as well and preferred words are kept apart', () => {
  const change = (from: string, to: string) => ({ from, to })
  const { shown, corrected, also, preferred } = understood(
    'Gren Tasse gift',
    { note: { case: 'corrected', value: change('gren', 'green') } },
    { note: { case: 'translated', value: change('Tasse', 'cup') } },
    { note: { case: 'gift', value: 'gift' } },
  )
  expect(shown).toBe('green Tasse gift')
  expect([corrected, also, preferred]).toEqual([
    [change('gren', 'green')],
    [change('Tasse', 'cup')],
    ['gift'],
  ])
})

test('a price in another currency is no preference and no filter', () => {
  const { foreignPrices, preferred, filters, plain } = understood('mug under $20', {
    note: { case: 'foreignPrice', value: 'under $20' },
  })
  expect([foreignPrices, preferred, filters, plain]).toEqual([['under $20'], [], [], 'mug under $20'])
})

import { create } from '@bufbuild/protobuf'
import type { MessageInitShape } from '@bufbuild/protobuf'
import { NoteSchema } from '@mallhive/contracts/search'
import { expect, test } from 'vitest'
import { toUnderstood } from './understood-view.ts'

const understood = (query: string, ...notes: MessageInitShape<typeof NoteSchema>[]) =>
  toUnderstood(
    notes.map((note) => create(NoteSchema, note)),
    query,
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

test('only whole words are taken out of the query', () => {
  expect(understood('kilns of kiln', shop).filters).toMatchObject([{ without: 'kilns of' }])
  expect(understood('kilns', shop).filters).toMatchObject([{ without: undefined }])
  expect(understood('mug', { note: shop.note }).filters).toMatchObject([{ without: undefined }])
})

test('corrected words, words searched for as well and preferred words are kept apart', () => {
  const change = (from: string, to: string) => ({ from, to })
  const { corrected, also, preferred } = understood(
    'gren Tasse gift',
    { note: { case: 'corrected', value: change('gren', 'green') } },
    { note: { case: 'translated', value: change('Tasse', 'cup') } },
    { note: { case: 'gift', value: 'gift' } },
  )
  expect([corrected, also, preferred]).toEqual([
    [change('gren', 'green')],
    [change('Tasse', 'cup')],
    ['gift'],
  ])
})

import { create, type MessageInitShape } from '@bufbuild/protobuf'
import { HitSchema } from '@mallhive/contracts/search'
import { expect, test } from 'vitest'
import { toMatches } from './match-view.ts'

const hit = (id: string, more: Omit<MessageInitShape<typeof HitSchema>, '$typeName'> = {}) =>
  create(HitSchema, { product: { id }, ...more })

test('a match has its marks, its options and the language of an excerpt that is not the page’s', () => {
  const found = hit('lamp', {
    missing: ['desk'],
    titleMatches: [{ start: 5, length: 4 }],
    excerpt: { text: 'Material: Brass', matches: [{ start: 10, length: 5 }], locale: 'en' },
    options: { colour: 'clay' },
  })
  expect(toMatches([found], 'de').get('lamp')).toEqual({
    missing: ['desk'],
    titleMarks: [[5, 4]],
    excerpt: { text: 'Material: Brass', marks: [[10, 5]], lang: 'en' },
    options: { colour: 'clay' },
  })
  expect(toMatches([found], 'en').get('lamp')?.excerpt?.lang).toBeUndefined()
})

test('a list whose titles have no marks returns none', () => {
  const marked = hit('lamp', { titleMatches: [{ start: 0, length: 4 }] })
  expect(toMatches([marked, hit('cup')], 'en').get('cup')?.titleMarks).toEqual([])
  expect(toMatches([hit('cup')], 'en').get('cup')).toEqual({})
})

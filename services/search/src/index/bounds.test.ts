import { expect, test } from 'vitest'
import { isTooFew, stepsOf } from './bounds.ts'

const concept = (text: string, isHead = false) => ({
  text,
  alternatives: [{ stems: [text], weight: 1 }],
  isHead,
})
const met = (most: number) => ({ known: most > 0, most })

test.each([
  [[concept('lamp')], [met(5)], ['all', 'any']],
  [
    [concept('red'), concept('lamp')],
    [met(40), met(30)],
    ['all', 'most', 'any'],
  ],
  [
    [concept('red'), concept('lamp', true)],
    [met(40), met(30)],
    ['all', 'most'],
  ],
  [[concept('red'), concept('lamp', true)], [met(40), met(23)], ['most']],
  // What no product had some seconds ago may be sold meanwhile.
  [
    [concept('red'), concept('lamp', true)],
    [met(0), met(0)],
    ['all', 'most'],
  ],
])('only steps that may find what those before do not are taken', (concepts, rarities, steps) => {
  expect(stepsOf({ concepts, preferences: {} }, rarities)).toEqual(steps)
  expect(stepsOf({ concepts, preferences: { gift: true } }, rarities)).toEqual([...steps, 'gift'])
})

test('fewer than a page that meet all of several words are too few', () => {
  const concepts = [concept('red'), concept('lamp')]
  expect(isTooFew(23, { concepts }, 'all')).toBe(true)
  expect(isTooFew(24, { concepts }, 'all')).toBe(false)
  expect(isTooFew(1, { concepts }, 'most')).toBe(false)
})

test.each([
  ['a noun alone', [{ isHead: true }], {}, ['all']],
  ['a noun that no title is about', [{}, { isHead: true, isUnsold: true }], {}, ['all']],
  ['a description', [{}, {}], { isDescriptive: true }, ['any']],
  ['a description of one word', [{}], { isDescriptive: true }, ['all', 'any']],
] as const)('%s is answered by the steps that may answer it', (_, words, text, steps) => {
  const concepts = words.map((word) => ({ text: 'word', alternatives: [], ...word }))
  const rarities = concepts.map(() => ({ known: true, most: 100 }))
  expect(stepsOf({ concepts, preferences: {}, ...text }, rarities)).toEqual(steps)
})

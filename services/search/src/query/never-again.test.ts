import { expect, test } from 'vitest'
import { lexiconOf } from '../lexicon/testing.ts'
import { understand } from './understand.ts'

const lexicon = await lexiconOf('en', {
  titles: [
    'Pair of shelf speakers',
    'Balance scale with brass pans',
    'Baguette to finish baking',
    'Parlour guitar',
    'Tea bowl',
    'Club shirt from the Tuesday team',
    'Teddy bears',
    'Yo-yo with a proper bearing',
    'Cashmere scarf, woven narrow',
    'Chair lift',
    'Gilt paper crown',
    'Court shoe',
    'Tall mug',
    'Small knife',
    'Over-ear headphones',
    'Kitchen timer',
    'Half-litre tankard',
    'Cotton cap',
  ],
  descriptions: ['It hums like old lamps'],
})

test.each([
  ['sneakers', 'speaker'],
  ['pants', 'pan'],
  ['bag', 'baguett'],
  ['Messer', 'guitar'],
  ['gift', 'lift'],
  ['gift', 'gilt'],
  ['earring', 'bear'],
  ['earring', 'bearing'],
  ['women', 'woven'],
  ['tea', 'team'],
  ['lamp', 'guitar'],
  ['pet food', 'cap'],
])('%s does not mean %s', (text, stem) => {
  const { concepts } = understand(text, { lexicon, currency: 'EUR' })
  const stems = concepts.flatMap(({ alternatives }) => alternatives.flatMap((each) => each.stems))
  expect(stems).not.toContain(stem)
})

test('a real word of German without a product is not corrected', async () => {
  const german = await lexiconOf('de', { titles: ['Kopfkissen', 'Regenschuhe', 'Tasche'] })
  for (const text of ['Kopfhörer', 'Regenschirm', 'Tische', 'Sofatasche'])
    expect(
      understand(text, { lexicon: german, currency: 'EUR' }).notes.map(({ kind }) => kind),
    ).not.toContain('corrected')
})

test.each([
  ['blue mug', ['mug']],
  ['kitchen knife', ['kitchen', 'knife']],
  ['headphones under 100', ['headphon']],
  ['500ml', ['0.5']],
])('%s is read as what can be found', (text, first) => {
  const { concepts } = understand(text, { lexicon, currency: 'EUR' })
  const stems = concepts.map(({ alternatives }) => alternatives.flatMap((each) => each.stems))
  first.forEach((stem, at) => expect(stems[at]).toContain(stem))
  expect(stems.length).toBe(first.length)
})

import { expect, test } from 'vitest'
import { asTyped } from './as-typed.ts'

test.each([
  ['gürtel', 'Gürtel braun', 'Gürtel'],
  ['frying pan', 'large Frying-Pan', 'Frying-Pan'],
  ['tee', 'Teekanne, TEE', 'TEE'],
  ['tshirt', 'T-Shirt', 'tshirt'],
  ['0.5', 'a 0,5 l mug', '0,5'],
  ['…', 'a … b', '…'],
])('%j in %j is shown as %j', (words, typed, shown) => {
  expect(asTyped(words, typed)).toBe(shown)
})

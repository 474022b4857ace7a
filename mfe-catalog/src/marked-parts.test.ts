import type { Mark } from '@mallhive/bff-catalog/router'
import { expect, test } from 'vitest'
import { markedParts } from './marked-parts.ts'

test.for<[string, Mark[], string[]]>([
  ['Brass lamp', [], ['Brass lamp']],
  ['Brass lamp', [[0, 5]], ['<Brass>', ' lamp']],
  ['Brass lamp', [[6, 4]], ['Brass ', '<lamp>']],
  [
    'Schreibtischlampe',
    [
      [0, 12],
      [12, 5],
    ],
    ['<Schreibtisch>', '<lampe>'],
  ],
  ['', [], []],
])('“%s” with the marks %j has parts in their order, none of them empty', ([text, marks, expected]) => {
  const parts = markedParts(text, marks)
  expect(parts.map(({ part, isMarked }) => (isMarked ? `<${part}>` : part))).toEqual(expected)
})

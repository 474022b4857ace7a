import { reservedSegments } from '@mallhive/mfe-kit/reserved-segments'
import { expect, test } from 'vitest'

import { edgeTable } from './edge-table.ts'

test('the gate refuses pages at every path that the edge routes past the shell', () => {
  const past = [...edgeTable.private, ...edgeTable.routes.map(({ path }) => path)]
  const kept = past.filter((path) => path !== '/*').map((path) => path.split('/')[1] ?? '')
  // Paths of files such as robots.txt cannot be page patterns.
  const segments = [...kept.filter((segment) => !segment.includes('.')), '_next']
  expect(reservedSegments).toEqual([...new Set(segments)].toSorted())
})

import { expect, test } from 'vitest'

import { edgeTable } from '../edge/edge-table.ts'
import { objectMatcher, readableByEdge } from './bucket-policies.ts'

test('bucket policies let the edge read exactly the objects that its routes serve', () => {
  const routes = edgeTable.routes.filter(({ origin }) => edgeTable.buckets.includes(origin))
  const served = routes.map(({ origin, path }) => `arn:aws:s3:::mallhive-${origin}${path}`)
  expect(readableByEdge().toSorted((a, b) => a.localeCompare(b))).toEqual(
    served.toSorted((a, b) => a.localeCompare(b)),
  )
})

test('a wildcard matches any run of characters, every other character is literal', () => {
  const matches = objectMatcher(['arn:aws:s3:::b/a.*/x?.js'])
  expect(matches('b', 'a.1/2/xy.js')).toBe(true)
  expect(matches('b', 'a./x.js')).toBe(false)
  expect(matches('b', 'ab1/xy.js')).toBe(false)
  expect(matches('c', 'a.1/xy.js')).toBe(false)
})

import { expect, test } from 'vitest'
import { childTraceparent } from './traceparent.ts'

const wellFormed = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/

test('traces and spans are well formed, and none is given twice', () => {
  const traces = Array.from({ length: 1000 }, () => wellFormed.exec(childTraceparent(undefined))?.slice(1))
  expect(new Set(traces.map((ids) => ids?.[0])).size).toBe(1000)
  expect(new Set(traces.map((ids) => ids?.[1])).size).toBe(1000)
})

test('a child has its parent’s trace and a span of its own', () => {
  const parent = childTraceparent(null)
  const child = childTraceparent(parent)
  expect(child.slice(0, 36)).toBe(parent.slice(0, 36))
  expect(child).not.toBe(parent)
})

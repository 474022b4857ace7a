import { expect, test } from 'vitest'
import { openCookieBudget } from './cookie-budget.ts'

const cookie = (name: string, value = 'x', maxAgeSeconds = 60) => ({ name, value, maxAgeSeconds })

test('a release may use eight names over all its calls', () => {
  const budget = openCookieBudget()
  const allowed = Array.from({ length: 20 }, (_, n) => budget.allows(cookie(`c${n}`)))
  expect(allowed.filter(Boolean)).toHaveLength(8)
  expect([budget.allows(cookie('c0', 'y')), budget.allows(cookie('c19', '', 0))]).toEqual([true, true])
})

test('the longest values of a release’s cookies may have 3 kB together', () => {
  const budget = openCookieBudget()
  const long = 'x'.repeat(1900)
  expect([budget.allows(cookie('a', long)), budget.allows(cookie('b', long))]).toEqual([true, false])
  expect(budget.allows(cookie('a', 'short'))).toBe(true)
  expect(budget.allows(cookie('b', long))).toBe(false)
  expect(budget.allows(cookie('b', 'x'.repeat(1000)))).toBe(true)
})

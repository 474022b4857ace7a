import { expect, test } from 'vitest'

import { logQueries } from './dashboards/logs.ts'
import { expressions } from './expressions.ts'
import { isValid, operands } from './syntax.ts'

test('every expression of rules and dashboards is PromQL', () => {
  expect(expressions.filter(({ expr }) => !isValid('promql', expr))).toEqual([])
  expect(isValid('promql', 'sum by (part (rate(x[5m]))')).toBe(false)
})

test('every query of logs is LogQL', () => {
  const exprs = Object.values(logQueries).map(({ expr }) => expr)
  expect(exprs.filter((expr) => !isValid('logql', expr))).toEqual([])
  expect(isValid('logql', '{part="cart" |= "error"')).toBe(false)
})

test('of an alert that does not fire, what it compares must have series', () => {
  expect(operands('max(a) > 0')).toEqual(['max(a)'])
  expect(operands('(a > 1 and b > 1) or (c > 2 and d > 2)')).toEqual(['a', 'b', 'c', 'd'])
  expect(operands('absent(up{part="cart"}) unless on () up{part="services"}')).toEqual(['up{part="cart"}'])
  expect(operands('rate(a[5m]) / rate(b[5m]) > 0.3')).toEqual(['rate(a[5m]) / rate(b[5m])'])
  expect(operands('(sum(a) or 0 * sum(b)) / (sum(b) > 0)')).toEqual(['(sum(a) or 0 * sum(b)) / (sum(b) > 0)'])
})

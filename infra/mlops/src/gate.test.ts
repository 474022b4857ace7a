import { expect, test } from 'vitest'

import type { Evaluation } from './evaluation.ts'
import { refusals } from './gate.ts'

/** An evaluation of two sets of fifty queries. */
const evaluate = (english: (at: number) => number, german: (at: number) => number, total = 5): Evaluation => {
  const setOf = (ndcgOf: (at: number) => number) =>
    Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`query ${at}`, { ndcg: ndcgOf(at), total }]))
  return { english: setOf(english), german: setOf(german) }
}
const baseline = evaluate(
  () => 0.7,
  () => 0.7,
)

test('a candidate that answers most queries a little better passes', () => {
  const better = (at: number) => 0.7 + (at % 5 === 0 ? -0.01 : 0.02)
  expect(refusals(baseline, evaluate(better, better))).toEqual([])
})

test('the baseline itself, and a gain that chance explains, do not pass', () => {
  const noise = (at: number) => (at % 2 === 0 ? 0.9 : 0.52)
  for (const candidate of [baseline, evaluate(noise, noise)])
    expect(refusals(baseline, candidate)).toEqual([expect.stringMatching(/^no certain gain/)])
})

test('a gain in one language does not pay for a loss in another', () => {
  const candidate = evaluate(
    () => 0.9,
    () => 0.68,
  )
  expect(refusals(baseline, candidate)).toEqual(['german loses 0.020 of nDCG@10'])
})

test('a query that was answered must not find nothing', () => {
  const candidate = evaluate(
    () => 0.9,
    () => 0.9,
  )
  candidate['english']!['query 7'] = { ndcg: 0, total: 0 }
  expect(refusals(baseline, candidate)).toEqual(['english: 1 queries that were answered find nothing'])
})

test('a candidate is compared on exactly the same queries', () => {
  const { english } = baseline
  expect(refusals(baseline, { english: english! })[0]).toMatch(/^not the same queries: german "query 0"/)
  expect(refusals({ english: english! }, baseline)[0]).toMatch(/^not the same queries: german "query 0"/)
})

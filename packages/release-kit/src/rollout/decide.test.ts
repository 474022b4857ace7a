import { expect, test } from 'vitest'
import { decide, defaultPolicy } from './decide.ts'
import { failureEvidence, p75Interval } from './evidence.ts'
import type { VersionHealth } from './health.ts'
import { growingHealth, randomFrom, type Truth } from './simulated-traffic.ts'

const minute = 60_000
const since = new Date('2030-01-01T12:00:00Z')
const after = (ms: number) => new Date(since.getTime() + ms)

const health = (more: Partial<VersionHealth> = {}): VersionHealth => ({
  version: '1.4.0',
  reports: 2_000,
  failedReports: 10,
  documents: more.reports ?? 2_000,
  lcp: [],
  inp: [],
  exampleError: '',
  served: more.reports ?? 2_000,
  failedServed: 0,
  ...more,
})
const lcpAround = (ms: number, weight: number) => [{ over: ms * 0.95, upTo: ms * 1.05, weight }]

const good = { errorRate: 0.01, lcpMedianMs: 1_500 }

/** A rollout in simulated traffic of six documents a second, evaluated every few seconds until it ends. */
function walk(seed: number, canary: Truth, { steps = [1, 10, 50], every = 100 } = {}) {
  const random = randomFrom(seed)
  for (const percent of steps) {
    const [stable, its] = [growingHealth('1.4.0', good, random), growingHealth('1.5.0', canary, random)]
    let found
    for (let opened = 1; !found; opened++) {
      ;(random() * 100 < percent ? its : stable).open()
      if (opened % every !== 0) continue
      const decision = decide(stable.seen(), its.seen(), since, after((opened / 6) * 1000))
      if (decision.verdict !== 'wait') found = { ...decision, percent, documents: its.seen().reports }
    }
    if (found.verdict === 'rollback') return found
  }
  return undefined
}

const walks = (count: number, canary: Truth, options?: Parameters<typeof walk>[2]) =>
  Array.from({ length: count }, (_, seed) => walk(seed, canary, options))

test('of 200 healthy canaries none is rolled back, although each is evaluated continuously', () => {
  expect(walks(200, good).filter(Boolean)).toEqual([])
}, 60_000)

test('a canary that crashes is rolled back after a handful of documents', () => {
  const found = walks(50, { ...good, errorRate: 0.6 }, { steps: [10], every: 6 })
  expect(found.every(Boolean)).toBe(true)
  expect(Math.max(...found.map((end) => end?.documents ?? 0))).toBeLessThan(30)
  expect(found[0]?.why).toMatch(/^it fails more often: errors in \d+ % of \d+ documents/)
})

test('a canary that fails five times as often, or is twice as slow, never reaches everybody', () => {
  const failing = walks(50, { ...good, errorRate: 0.05 })
  const slow = walks(50, { ...good, lcpMedianMs: 3_000 })
  expect([...failing, ...slow].filter((end) => !end)).toEqual([])
}, 60_000)

test('one shopper with a strange browser does not roll a canary back', () => {
  const found = decide(
    health({ failedReports: 0 }),
    health({ version: '1.5.0', reports: 20, failedReports: 4 }),
    since,
    after(minute),
  )
  expect(found).toMatchObject({ verdict: 'wait', seen: { documents: 20, of: 100 } })
})

test('time alone promotes nothing: without traffic the canary is rolled back in the end', () => {
  const few = health({ version: '1.5.0', reports: 99, failedReports: 0 })
  const at = (ms: number) => decide(health(), few, since, after(ms)).verdict
  expect([at(minute), at(defaultPolicy.atMostMs - 1), at(defaultPolicy.atMostMs)]).toEqual([
    'wait',
    'wait',
    'rollback',
  ])
  const silent = health({ reports: 0, failedReports: 0 })
  expect(decide(silent, health({ version: '1.5.0' }), since, after(60 * minute)).verdict).toBe('wait')
})

test('a step lasts its minimum time with any amount of traffic', () => {
  const canary = health({ version: '1.5.0' })
  const at = (ms: number) => decide(health(), canary, since, after(ms)).verdict
  expect([at(5 * minute - 1), at(5 * minute)]).toEqual(['wait', 'advance'])
})

test('slower by a tenth, or imperceptibly, does not count as slower', () => {
  const at = (stableMs: number, canaryMs: number) =>
    decide(
      health({ reports: 1e6, lcp: lcpAround(stableMs, 1e6) }),
      health({ version: '1.5.0', reports: 1e6, lcp: lcpAround(canaryMs, 1e6) }),
      since,
      after(5 * minute),
    ).verdict
  expect([at(1_000, 1_080), at(20, 36), at(1_000, 1_300)]).toEqual(['advance', 'advance', 'rollback'])
})

test('a canary advances only when the shells’ own counts agree, however good its reports are', () => {
  const at = (canary: Partial<VersionHealth>, stable: Partial<VersionHealth> = {}) =>
    decide(
      health(stable),
      health({ version: '1.5.0', failedReports: 0, served: 3_000, ...canary }),
      since,
      after(60 * minute),
    )
  expect(at({})).toMatchObject({ verdict: 'advance' })
  const doubts: [Partial<VersionHealth>, Partial<VersionHealth>, string][] = [
    [{ served: 0 }, {}, 'the shells have counted no document of 1.5.0 yet'],
    [{}, { served: 0 }, 'the shells have counted no document of 1.4.0 yet'],
    [{ served: 1_999 }, {}, '2000 documents reported on 1.5.0, but the shells served 1999 with it'],
    [{}, { served: 1_999 }, '2000 documents reported on 1.4.0, but the shells served 1999 with it'],
    [{}, { reports: 40, failedReports: 0, served: 50 }, '50 of 100 documents served with 1.4.0'],
    [{ failedServed: 300 }, {}, 'it may fail more often on the server: errors in 10 % of 3000 documents'],
  ]
  for (const [canary, stable, why] of doubts)
    expect(at(canary, stable)).toMatchObject({ verdict: 'wait', why: expect.stringContaining(why) })
})

test('a sampled document counts as one observation', () => {
  const canary = {
    version: '1.5.0',
    reports: 30,
    failedReports: 0,
    documents: 3_000,
    lcp: lcpAround(3_000, 3_000),
  }
  const found = decide(health({ lcp: lcpAround(1_000, 2_000) }), health(canary), since, after(minute))
  expect(found.verdict).toBe('wait')
})

test('the bounds hold at all times: of 1000 streams at the limit of acceptance, at most 1 % are wrong', () => {
  const random = randomFrom(7)
  let wrongFailures = 0
  let wrongP75 = 0
  for (let stream = 0; stream < 1_000; stream++) {
    const [canary, stable] = [
      { documents: 0, failed: 0 },
      { documents: 0, failed: 0 },
    ]
    let [evidence, outside, below] = [0, false, 0]
    for (let n = 1; n <= 2_000; n++) {
      const it = random() < 0.2 ? canary : stable
      it.documents += 1
      // The canary fails exactly a quarter more often, which is allowed.
      if (random() < (it === canary ? 0.025 : 0.02)) {
        it.failed += 1
        evidence = Math.max(evidence, failureEvidence(canary, stable))
      }
      if (random() < 0.75) below += 1
      if (n % 20 !== 0) continue
      // Three quarters of the values lie in the first bucket: the true percentile is its upper edge.
      const buckets = [
        { over: 0, upTo: 1, weight: below },
        { over: 1, upTo: 2, weight: n - below },
      ]
      const found = p75Interval(buckets, n, 0.01)
      outside ||= !found || found.atLeast > 1 || found.atMost < 1
    }
    if (evidence >= 100) wrongFailures += 1
    if (outside) wrongP75 += 1
  }
  expect(wrongFailures).toBeLessThanOrEqual(10)
  expect(wrongP75).toBeLessThanOrEqual(20)
})

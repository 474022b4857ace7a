import { expect, test } from 'vitest'
import { gauge, metrics } from './telemetry.ts'

test('a gauge that cannot be measured reads NaN and counts the failure, never its last good value', async () => {
  const results = [() => 7, fail]
  gauge('test_depth', 'A depth', [], (depth) => depth.set(results.shift()!()))

  expect(await scrape('test_depth')).toBe('7')
  expect(await scrape('test_depth')).toBe('Nan')
  const failures = await metrics.getSingleMetric('gauge_failures_total')!.get()
  expect(failures.values).toEqual([expect.objectContaining({ labels: { gauge: 'test_depth' }, value: 1 })])
})

test('a label without a current measurement disappears', async () => {
  const results = [['cart', 'home'], ['home']]
  gauge('test_live', 'What is live', ['mfe'], (live) => {
    for (const mfe of results.shift()!) live.set({ mfe }, 1)
  })

  expect(await metrics.getSingleMetricAsString('test_live')).toContain('cart')
  expect(await metrics.getSingleMetricAsString('test_live')).not.toContain('cart')
})

function fail(): number {
  throw new Error('no answer')
}

async function scrape(series: string): Promise<string | undefined> {
  const line = (await metrics.metrics()).split('\n').find((it) => it.startsWith(`${series} `))
  return line?.slice(series.length + 1)
}

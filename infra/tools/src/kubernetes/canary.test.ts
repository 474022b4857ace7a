import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { infraDir } from '../paths.ts'
import { analysis, hasCanary } from './canary.ts'
import { workloads } from './workloads.ts'

type Analysis = { metrics: { provider: { prometheus: { query: string } } }[] }

test('canaries are judged by objectives that Prometheus records', () => {
  const files = globSync(join(infraDir, 'observability/rules/*.yaml'))
  const rules = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const recorded = [...rules.matchAll(/^ *- record: (\S+)$/gm)].map(([, name]) => name)
  const metrics = workloads
    .filter(hasCanary)
    .flatMap((workload) => (analysis(workload)['spec'] as Analysis).metrics)
  const asked = metrics.map(({ provider }) => provider.prometheus.query.replace(/\{.*/, ''))
  expect(new Set(asked).size).toBe(2)
  expect([...new Set(asked)].filter((name) => !recorded.includes(name))).toEqual([])
})

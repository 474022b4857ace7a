import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { infraDir } from '../paths.ts'
import { analysis, hasCanary, rollout } from './canary.ts'
import type { Manifest } from './manifest.ts'
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

test('an analysis is applied in a wave before the Rollout that names it', () => {
  const waveOf = ({ metadata }: Manifest) =>
    Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0)
  const canaries = workloads.filter(hasCanary)
  expect(canaries.filter((it) => waveOf(analysis(it)) >= waveOf(rollout(it)))).toEqual([])
})

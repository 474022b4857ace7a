import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { Addresses } from './environment.ts'
import { announceMetrics, serviceMetrics } from './metrics-targets.ts'

const at = {
  bff: 'http://127.0.0.1:1',
  desk: 'http://127.0.0.1:2',
  services: { cart: 'http://127.0.0.1:3', orders: 'http://127.0.0.1:4' },
} as Addresses

const announced = (processes: boolean) => {
  const dir = mkdtempSync(join(tmpdir(), 'targets-'))
  announceMetrics(dir, { ...serviceMetrics(at, processes), edge: 'http://127.0.0.1:5' })
  const groups: { targets: string[]; labels: { part: string } }[] = JSON.parse(
    readFileSync(join(dir, 'targets.json'), 'utf8'),
  )
  return groups.map(({ targets: [target], labels }) => `${labels.part} ${target}`)
}

test('each process announces where Prometheus finds its metrics, by its part', () => {
  expect(announced(true)).toEqual([
    'cart 127.0.0.1:3',
    'orders 127.0.0.1:4',
    'bff 127.0.0.1:1',
    'release-desk 127.0.0.1:2',
    'edge 127.0.0.1:5',
  ])
})

test('services that share a process are one target, so that nothing counts twice', () => {
  expect(announced(false)).toEqual(['services 127.0.0.1:1', 'release-desk 127.0.0.1:2', 'edge 127.0.0.1:5'])
})

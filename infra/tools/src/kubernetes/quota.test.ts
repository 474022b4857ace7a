import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'

import { infraDir } from '../paths.ts'
import { quantity } from './quantity.ts'
import { workloads } from './workloads.ts'

type Quota = { kind: string; spec: { hard: Record<string, string> } }

const documents = parseAllDocuments(readFileSync(join(infraDir, 'kubernetes/mall/quota.yaml'), 'utf8'))
const quota = documents.map((it) => it.toJS() as Quota).find(({ kind }) => kind === 'ResourceQuota')
const hard = (name: string) => quantity(quota?.spec.hard[name] ?? '0')

/** Processes of the new version that a rolling update starts before it ends one of the old. */
const surge = 1.25

test('the quota leaves room for every workload at its most processes, in a rolling update', () => {
  const most = (each: (workload: (typeof workloads)[number]) => number) =>
    workloads.reduce((total, it) => total + each(it) * Math.ceil(it.of.maxReplicas * surge), 0)
  expect(most(() => 1)).toBeLessThanOrEqual(hard('pods'))
  expect(most(({ of }) => quantity(of.cpu))).toBeLessThanOrEqual(hard('requests.cpu'))
  expect(most(({ of }) => quantity(of.memory))).toBeLessThanOrEqual(hard('requests.memory'))
  expect(most(({ of }) => quantity(of.memory))).toBeLessThanOrEqual(hard('limits.memory'))
})

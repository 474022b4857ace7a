import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { fromDebian, onPath } from '../tools.ts'
import { queueAge } from './autoscaler.ts'

const dir = mkdtempSync(join(tmpdir(), 'mallhive-autoscaler-'))
afterAll(() => rmSync(dir, { recursive: true }))
const promtool = onPath('promtool') ?? fromDebian('prometheus', 'usr/bin/promtool')

test.skipIf(!promtool).each([
  ['an old queue asks for more processes', 40, 90],
  ['once it is empty, the age of its last event does not', 0, 0],
])('%s', (_, messages, age) => {
  const series = {
    'consumer_lag_seconds{consumer="cart",pod="a"}': 90,
    'consumer_lag_seconds{consumer="cart",pod="b"}': 2,
    'queue_messages{consumer="cart",pod="a"}': messages,
    'queue_messages{consumer="cart",pod="b"}': messages,
    'queue_messages{consumer="orders",pod="c"}': 7,
  }
  const input_series = Object.entries(series).map(([it, value]) => ({ series: it, values: `${value}x5` }))
  const promql_expr_test = [
    { expr: queueAge('cart'), eval_time: '4m', exp_samples: [{ labels: '{}', value: age }] },
  ]
  const file = join(dir, `${messages}.json`)
  writeFileSync(file, JSON.stringify({ tests: [{ interval: '1m', input_series, promql_expr_test }] }))
  const { status, stdout, stderr } = spawnSync(promtool ?? '', ['test', 'rules', file], { encoding: 'utf8' })
  expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 })
})
